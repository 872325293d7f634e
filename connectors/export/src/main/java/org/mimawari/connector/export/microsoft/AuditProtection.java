package org.mimawari.connector.export.microsoft;

import java.util.List;
import java.util.Optional;
import org.mimawari.evidence.SettingTopic;

/** Policies that protect mail or keep the audit trail: what was weakened, what only changed. */
final class AuditProtection {

    private static final List<String> LETS_IN = List.of("AllowedSenders", "AllowedSenderDomains", "IPAllowList",
            "ExcludedSenders", "ExcludedDomains", "DoNotRewriteUrls");

    private AuditProtection() {}

    /** Filters, safe links and attachments, anti-phishing, DLP, DKIM. */
    static AuditTranslation policy(String verb) {
        return (record, scene) -> {
            boolean weaker = verb.equals("remove") || verb.equals("disable") || weakens(record);
            if (weaker || !scene.isSystem(record)) {
                SettingTopic topic = weaker ? SettingTopic.MAIL_PROTECTION_WEAKENED : SettingTopic.POLICY_CHANGED;
                AuditSettings.add(record, scene, topic, scene.user(record));
            }
        };
    }

    private static boolean weakens(AuditRecord record) {
        boolean lets = LETS_IN.stream().anyMatch(name -> record.parameter(name).filter(CmdletValue::isSet).isPresent());
        boolean allows = record.parameter("Allow").filter(CmdletValue::isTrue).isPresent();
        return lets || allows || record.properties(AuditField.PARAMETERS).stream()
                .anyMatch(AuditProtection::switchesOff);
    }

    private static boolean switchesOff(AuditProperty property) {
        String name = property.name();
        boolean aSwitch = name.startsWith("Enable") || name.endsWith("Enabled") || name.equals("Enable");
        return aSwitch && CmdletValue.isFalse(property.value());
    }

    /** {@code Set-AdminAuditLogConfig} and {@code Set-OrganizationConfig}. */
    static void auditConfiguration(AuditRecord record, AuditScene scene) {
        boolean off = is(record, "UnifiedAuditLogIngestionEnabled", false) || is(record, "AdminAuditLogEnabled", false)
                || is(record, "AuditDisabled", true);
        if (off || !scene.isSystem(record)) {
            AuditSettings.add(record, scene, off ? SettingTopic.AUDIT_SWITCHED_OFF : SettingTopic.POLICY_CHANGED,
                    scene.user(record));
        }
    }

    static void auditBypass(AuditRecord record, AuditScene scene) {
        boolean on = is(record, "AuditBypassEnabled", true);
        AuditSettings.add(record, scene, on ? SettingTopic.AUDIT_BYPASSED : SettingTopic.OTHER,
                scene.target(record, "Identity"));
    }

    private static boolean is(AuditRecord record, String name, boolean wanted) {
        Optional<String> value = record.parameter(name);
        return value.filter(wanted ? CmdletValue::isTrue : CmdletValue::isFalse).isPresent();
    }
}
