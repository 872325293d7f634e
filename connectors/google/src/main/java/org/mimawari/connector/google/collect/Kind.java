package org.mimawari.connector.google.collect;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mimawari.connector.google.api.Scope;
import org.mimawari.evidence.EvidenceKind;

/** The kinds of evidence that are asked for, and the scope that each one needs. Source: Google's references of its APIs. */
public enum Kind {
    USERS("users", Scope.USERS, EvidenceKind.MAILBOX_PROFILE),
    DOMAINS("domains", Scope.DOMAINS, EvidenceKind.MAILBOX_PROFILE),
    LOGIN("login", Scope.REPORTS, EvidenceKind.SIGN_IN),
    USER_ACCOUNTS("user_accounts", Scope.REPORTS, EvidenceKind.SETTING_CHANGE),
    TOKEN("token", Scope.REPORTS, EvidenceKind.CONNECTED_APP),
    ADMIN("admin", Scope.REPORTS, EvidenceKind.SETTING_CHANGE),
    GMAIL("gmail", Scope.REPORTS, EvidenceKind.SENT_MESSAGE),
    DRIVE("drive", Scope.REPORTS, EvidenceKind.SETTING_CHANGE),
    TAKEOUT("takeout", Scope.REPORTS, EvidenceKind.SETTING_CHANGE),
    FILTERS("filters", Scope.MAIL, EvidenceKind.MAILBOX_RULE),
    FORWARDING_ADDRESSES("forwardingAddresses", Scope.MAIL, EvidenceKind.FORWARDING_SETTING),
    AUTO_FORWARDING("autoForwarding", Scope.MAIL, EvidenceKind.FORWARDING_SETTING),
    SEND_AS("sendAs", Scope.MAIL, EvidenceKind.SEND_AS_ADDRESS),
    DELEGATES("delegates", Scope.MAIL, EvidenceKind.DELEGATION),
    VACATION("vacation", Scope.MAIL, EvidenceKind.AUTO_REPLY),
    IMAP("imap", Scope.MAIL, EvidenceKind.SETTING_CHANGE),
    POP("pop", Scope.MAIL, EvidenceKind.SETTING_CHANGE),
    SENT("sent", Scope.MAIL, EvidenceKind.SENT_MESSAGE),
    TOKENS("tokens", Scope.SECURITY, EvidenceKind.CONNECTED_APP),
    APPLICATION_PASSWORDS("asps", Scope.SECURITY, EvidenceKind.SETTING_CHANGE),
    ALERTS("alerts", Scope.ALERTS, EvidenceKind.PROVIDER_ALERT);

    /** Read where nobody said what to read; the others need a scope with which more than reading could be done. */
    public static final List<Kind> USUAL = Arrays.stream(values()).filter(kind -> kind.scope != Scope.SECURITY).toList();

    /** The logs of the Reports API, the one that tells most first. */
    static final List<Kind> LOGS = Arrays.stream(values()).filter(kind -> kind.scope == Scope.REPORTS).toList();

    /** The settings of a mailbox. */
    static final List<Kind> SETTINGS = List.of(FILTERS, FORWARDING_ADDRESSES, AUTO_FORWARDING, SEND_AS, DELEGATES, VACATION,
            IMAP, POP);

    private final String list;
    private final Scope scope;
    private final EvidenceKind evidence;

    Kind(String list, Scope scope, EvidenceKind evidence) {
        this.list = list;
        this.scope = scope;
        this.evidence = evidence;
    }

    public static Optional<Kind> find(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** The name in settings and reports, such as {@code auto-forwarding}. */
    public String word() {
        return switch (this) {
            case LOGIN, TOKEN, ADMIN, GMAIL, DRIVE, TAKEOUT -> list + "-log";
            case USER_ACCOUNTS -> "user-accounts-log";
            case APPLICATION_PASSWORDS -> "application-passwords";
            default -> name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }

    /** What Google calls it. */
    String list() {
        return list;
    }

    /** The scope it is asked with. Where nothing but sent mail is read of mailboxes, headers are all that may be seen. */
    Scope scope(List<Kind> all) {
        boolean headersOnly = this == SENT && all.stream().noneMatch(SETTINGS::contains);
        return headersOnly ? Scope.MAIL_HEADERS : scope;
    }

    EvidenceKind evidence() {
        return evidence;
    }

    /** True where it is asked for user by user. */
    boolean isOfUser() {
        return scope.isOfUser() || scope == Scope.SECURITY;
    }
}
