package org.mimawari.connector.export.google;

import java.util.List;
import java.util.Optional;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.MailFlowRule;
import org.mimawari.evidence.MailboxAddress;

/** Settings of the admin console that decide where the organisation's mail goes. */
final class MailRouting {

    private static final List<String> NAMES = List.of("mail_routing", "alias_table", "email_route",
            "message_security_rule",
            "outbound_relay", "outbound_gateway", "inbound_gateway", "smtp_relay", "mail_host", "catch_all", "catchall",
            "alternate_route", "default_routing", "recipient_address_map", "address_map", "journal", "bcc", "routing");
    private static final int MOST_TARGETS = 50;

    private MailRouting() {}

    static boolean isRouting(Scene scene) {
        String setting = scene.parameters().word("SETTING_NAME").replace(' ', '_').replace('-', '_');
        String name = scene.event().word();
        boolean ofMail = name.contains("gmail") || name.contains("email") || setting.contains("mail")
                || scene.parameters().word("APPLICATION_NAME").contains("mail")
                || scene.event().typeWord().contains("email") || scene.event().typeWord().contains("gmail");
        return NAMES.stream().anyMatch(word -> name.contains(word) || ofMail && setting.contains(word)
                || setting.equals(word));
    }

    static void translate(Scene scene) {
        EventParameters parameters = scene.parameters();
        Change change = change(scene.event().word(), parameters.word("NEW_VALUE"));
        Optional<MailboxAddress> actor = scene.actor();
        MailFlowRule.Type type = scene.event().word().contains("outbound_relay")
                ? MailFlowRule.Type.OUTBOUND_CONNECTOR : MailFlowRule.Type.ROUTING;
        scene.accept(new MailFlowRule(scene.origin(actor), type,
                parameters.find("SETTING_NAME").orElse(scene.event().title()), !change.ends(), targets(parameters),
                parameters.list(), change, scene.actor(actor)));
    }

    private static Change change(String name, String value) {
        if (name.startsWith("create") || name.startsWith("add")) {
            return Change.ADDED;
        }
        if (name.startsWith("delete") || name.startsWith("remove")) {
            return Change.REMOVED;
        }
        return switch (value) {
            case "false", "off", "disabled" -> Change.DISABLED;
            case "true", "on", "enabled" -> Change.ENABLED;
            default -> Change.CHANGED;
        };
    }

    /** Addresses within the new value, which Google writes as free text. */
    private static List<String> targets(EventParameters parameters) {
        return parameters.all("NEW_VALUE").stream().flatMap(value -> AddressesInText.of(value).stream()).distinct()
                .limit(MOST_TARGETS).toList();
    }
}
