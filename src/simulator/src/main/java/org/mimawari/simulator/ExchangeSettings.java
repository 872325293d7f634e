package org.mimawari.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the tables that administrators export from Exchange: inbox rules and mailboxes. */
final class ExchangeSettings {

    private static final List<String> COLUMNS = List.of("MailboxOwnerId", "Name", "Enabled", "Priority", "From",
            "SubjectContainsWords", "SubjectOrBodyContainsWords", "ForwardTo", "MoveToFolder", "DeleteMessage", "MarkAsRead",
            "StopProcessingRules");

    private ExchangeSettings() {}

    static String ruleHead() {
        return String.join(",", COLUMNS);
    }

    static String ruleRow(Persona owner, Map<String, String> values) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.put("MailboxOwnerId", owner.address());
        all.putIfAbsent("Enabled", "True");
        all.putIfAbsent("Priority", "1");
        return String.join(",", COLUMNS.stream().map(column -> CloudRecords.quoted(all.getOrDefault(column, ""))).toList());
    }

    /** Rules as people make them. */
    static List<String> ordinaryRules() {
        List<String> rows = new ArrayList<>();
        rows.add(ruleRow(Company.named("yamamoto"), Map.of("Name", "請求書", "SubjectContainsWords", "請求書",
                "MoveToFolder", "yamamoto\\経理\\請求書")));
        rows.add(ruleRow(Company.named("sato"), Map.of("Name", "見積", "SubjectContainsWords", "見積", "MoveToFolder",
                "sato\\営業\\見積")));
        rows.add(ruleRow(Company.named("nakamura"), Map.of("Name", "ニュース", "From", "news@sakura.example", "MoveToFolder",
                "nakamura\\あとで読む", "MarkAsRead", "True")));
        rows.add(ruleRow(Company.named("smith"), Map.of("Name", "HR", "From", "hr@" + Company.DOMAIN, "MoveToFolder",
                "smith\\HR")));
        rows.add(ruleRow(Company.named("watanabe"), Map.of("Name", "カレンダー通知", "From", "calendar@tools.example",
                "DeleteMessage", "True")));
        return rows;
    }

    static List<String> mailboxes() {
        List<String> rows = new ArrayList<>();
        rows.add("DisplayName,PrimarySmtpAddress,UserPrincipalName,RecipientTypeDetails,ForwardingAddress,"
                + "ForwardingSmtpAddress,DeliverToMailboxAndForward,AuditEnabled");
        for (Persona persona : Company.CLOUD) {
            rows.add(String.join(",", CloudRecords.quoted(persona.name()), persona.address(), persona.address(),
                    "UserMailbox", "", "", "False", "True"));
        }
        return rows;
    }
}
