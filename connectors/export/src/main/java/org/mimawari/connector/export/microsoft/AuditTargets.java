package org.mimawari.connector.export.microsoft;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.OwnDomains;

/**
 * Finds whose mailbox a cmdlet was run on, in the writings Exchange logs: {@code info@example.jp\rule},
 * {@code info@example.jp:\Calendar}, {@code SERVER/Microsoft Exchange Hosted Organizations/TENANT/alias\rule},
 * {@code TENANT/alias}, {@code TENANT\alias\rule}, an alias.
 */
final class AuditTargets {

    private static final String HOSTED = "Microsoft Exchange Hosted Organizations/";
    private static final String TENANT_ZONE = ".onmicrosoft.com";

    private final OwnDomains own;

    AuditTargets(OwnDomains own) {
        this.own = own;
    }

    /** The first of these parameters, or else the object of the record, that names a mailbox. */
    Optional<MailboxAddress> find(AuditRecord record, Optional<MailboxAddress> user, String... parameters) {
        for (String parameter : parameters) {
            Optional<MailboxAddress> found = record.parameter(parameter).flatMap(text -> mailbox(text, user));
            if (found.isPresent()) {
                return found;
            }
        }
        return mailbox(record.text(AuditField.OBJECT_ID), user);
    }

    /** As {@link #find} for inbox rules, whose identity may be the bare name of the rule. */
    Optional<MailboxAddress> findRuleOwner(AuditRecord record, Optional<MailboxAddress> user) {
        return record.parameter("Mailbox").flatMap(text -> mailbox(text, user))
                .or(() -> record.parameter("Identity").filter(this::hasOwner).flatMap(t -> mailbox(t, user)))
                .or(() -> record.find(AuditField.OBJECT_ID).filter(this::hasOwner)
                        .flatMap(text -> mailbox(text, user)));
    }

    /**
     * True where one of these parameters names somebody, whether that can be read or not, so that the actor must not be
     * taken for the one. An id is the actor's own where it is the key of the account, or where the record marks a regular
     * user, who may change no other mailbox (Management Activity API schema, UserType).
     */
    static boolean namesSomebody(AuditRecord record, String... parameters) {
        String type = record.text(AuditField.USER_TYPE);
        boolean admin = type.equals("2") || type.equals("Admin");
        boolean regular = type.equals("0") || type.equals("Regular");
        String key = record.text(AuditField.USER_KEY);
        boolean onMailbox = admin && record.text(AuditField.OPERATION).contains("Mailbox");
        return Stream.concat(Arrays.stream(parameters).flatMap(name -> record.parameter(name).stream()),
                onMailbox ? record.find(AuditField.OBJECT_ID).stream() : Stream.empty())
                .map(String::strip).anyMatch(text -> !text.isEmpty() && !(isUuid(text) && (regular || text.equalsIgnoreCase(key))));
    }

    /** {@code owner\rule}, or {@code tenant\owner\rule}. */
    private boolean hasOwner(String identity) {
        int backslash = identity.indexOf('\\');
        return backslash > 0
                && (!isTenant(identity.substring(0, backslash)) || identity.indexOf('\\', backslash + 1) > 0);
    }

    private boolean isTenant(String name) {
        String domain = name.toLowerCase(Locale.ROOT);
        return domain.endsWith(TENANT_ZONE) || own.list().contains(domain);
    }

    private Optional<MailboxAddress> mailbox(String identity, Optional<MailboxAddress> user) {
        int backslash = identity.indexOf('\\');
        String head = backslash < 0 ? identity : identity.substring(0, backslash);
        head = head.endsWith(":") ? head.substring(0, head.length() - 1) : head;
        if (head.indexOf('@') > 0) {
            return MailboxAddress.findFull(head);
        }
        int hosted = head.indexOf(HOSTED);
        if (hosted >= 0) {
            String[] parts = head.substring(hosted + HOSTED.length()).split("/", 3);
            return parts.length < 2 ? Optional.empty() : alias(parts[1], parts[0], user);
        }
        if (isTenant(head)) {
            String rest = backslash < 0 ? "" : identity.substring(backslash + 1);
            return alias(rest.split("\\\\", 2)[0], head, user);
        }
        int slash = head.indexOf('/');
        if (slash > 0 && isTenant(head.substring(0, slash))) {
            return alias(head.substring(slash + 1), head.substring(0, slash), user);
        }
        return slash >= 0 ? Optional.empty() : alias(head, "", user);
    }

    /** An alias is the local part of the address in nearly every tenant. */
    private Optional<MailboxAddress> alias(String alias, String tenant, Optional<MailboxAddress> user) {
        if (user.filter(u -> u.localPart().equalsIgnoreCase(alias)).isPresent()) {
            return user;
        }
        if (alias.isEmpty() || isUuid(alias) || !alias.chars().allMatch(c -> c > ' ' && c < 127 && c != '/')) {
            return Optional.empty();
        }
        String domain = domain(tenant, user);
        return domain.isEmpty() ? Optional.empty() : MailboxAddress.findFull(alias + "@" + domain);
    }

    private String domain(String tenant, Optional<MailboxAddress> user) {
        String mine = user.map(MailboxAddress::domain).orElse("");
        if (!mine.isEmpty() && !mine.endsWith(TENANT_ZONE)) {
            return mine;
        }
        List<String> plain = own.list().stream().filter(d -> !d.endsWith(TENANT_ZONE)).toList();
        return plain.size() == 1 ? plain.get(0) : tenant.isEmpty() ? mine : tenant;
    }

    private static boolean isUuid(String text) {
        if (text.length() != 36) {
            return false;
        }
        try {
            UUID.fromString(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
