package org.mimawari.connector.export.google;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.mimawari.evidence.EvidenceKind;

/** The settings that Google's interfaces and GAM list, how each is told by its fields, and what it shows. */
enum SettingKind {

    FILTER(EvidenceKind.MAILBOX_RULE, GmailFilter::rule, node -> node.has("criteria") || node.has("action"),
            "filter", "filters"),
    FORWARDING_ADDRESS(EvidenceKind.FORWARDING_SETTING, GmailSettings::forwardingAddress,
            node -> node.has("forwardingEmail"), "forwardingAddresses"),
    SEND_AS(EvidenceKind.SEND_AS_ADDRESS, GmailSettings::sendAs, node -> node.has("sendAsEmail"), "sendAs",
            "sendAsAliases"),
    DELEGATE(EvidenceKind.DELEGATION, GmailSettings::delegate, node -> node.has("delegateEmail"), "delegates"),
    VACATION(EvidenceKind.AUTO_REPLY, GmailSettings::vacation, node -> node.has("enableAutoReply"), "vacation",
            "vacationSettings"),
    AUTO_FORWARDING(EvidenceKind.FORWARDING_SETTING, GmailSettings::autoForwarding,
            node -> node.has("emailAddress") && (node.has("enabled") || node.has("disposition")),
            "autoForwarding", "auto_forwarding"),
    POP(EvidenceKind.SETTING_CHANGE, GmailSettings::pop, node -> node.has("accessWindow"), "pop", "popSettings"),
    IMAP(EvidenceKind.SETTING_CHANGE, GmailSettings::imap,
            node -> node.has("autoExpunge") || node.has("expungeBehavior"), "imap", "imapSettings"),
    TOKEN(EvidenceKind.CONNECTED_APP, AccountSettings::token, node -> node.has("clientId") && node.has("scopes")
            || node.path("kind").asText().equals("admin#directory#token"), "tokens"),
    APPLICATION_PASSWORD(EvidenceKind.SETTING_CHANGE, AccountSettings::applicationPassword,
            node -> node.has("codeId"), "asps"),
    USER(EvidenceKind.MAILBOX_PROFILE, AccountSettings::user, node -> node.has("primaryEmail"), "users");

    private final EvidenceKind shows;
    private final Consumer<SettingScene> translation;
    private final Predicate<JsonNode> mark;
    private final List<String> lists;

    SettingKind(EvidenceKind shows, Consumer<SettingScene> translation, Predicate<JsonNode> mark, String... lists) {
        this.shows = shows;
        this.translation = translation;
        this.mark = mark;
        this.lists = List.of(lists);
    }

    EvidenceKind shows() {
        return shows;
    }

    void translate(SettingScene scene) {
        translation.accept(scene);
    }

    /** Names under which lists or objects of this kind stand. */
    List<String> lists() {
        return lists;
    }

    static Optional<SettingKind> of(JsonNode node) {
        for (SettingKind kind : values()) {
            if (kind.mark.test(node)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
