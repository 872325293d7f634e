package org.mimawari.connector.export.google;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.MailFlowRule;
import org.mimawari.evidence.MailboxAddress;

/** Settings of the admin console that decide where the organisation's mail goes. */
final class MailRouting {

    private static final List<String> NAMES = List.of("mail_routing", "alias_table", "email_route", "message_security_rule",
            "outbound_relay", "outbound_gateway", "inbound_gateway", "smtp_relay", "mail_host", "catch_all", "catchall",
            "alternate_route", "default_routing", "recipient_address_map", "address_map", "journal", "bcc", "routing");
    private static final int MOST_TARGETS = 50;
    private static final int LONGEST = 4_000;

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
        Set<String> targets = new LinkedHashSet<>();
        for (String value : parameters.all("NEW_VALUE")) {
            for (String word : words(value)) {
                if (word.indexOf('@') > 0 && targets.size() < MOST_TARGETS) {
                    MailboxAddress.findFull(word).map(MailboxAddress::text).ifPresent(targets::add);
                }
            }
        }
        return List.copyOf(targets);
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int length = Math.min(LONGEST, text.length());
        int from = 0;
        for (int at = 0; at <= length; at++) {
            if (at == length || !isOfAddress(text.charAt(at))) {
                if (at > from) {
                    words.add(text.substring(from, at));
                }
                from = at + 1;
            }
        }
        return words;
    }

    private static boolean isOfAddress(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "@._+-%".indexOf(c) >= 0;
    }
}
