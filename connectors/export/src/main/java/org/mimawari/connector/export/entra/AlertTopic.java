package org.mimawari.connector.export.entra;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mimawari.evidence.ProviderAlert.Topic;

/** What an alert is about, from the type of a risk detection or the words of a title. */
final class AlertTopic {

    private static final List<Map.Entry<String, Topic>> WORDS = List.of(
            Map.entry("restricted from sending", Topic.SENDING_RESTRICTED),
            Map.entry("sending limit", Topic.SENDING_RESTRICTED),
            Map.entry("suspicious email sending", Topic.SENDING_RESTRICTED),
            Map.entry("leaked credential", Topic.PASSWORD_LEAKED),
            Map.entry("password leak", Topic.PASSWORD_LEAKED),
            Map.entry("compromised", Topic.ACCOUNT_HIJACKED),
            Map.entry("account takeover", Topic.ACCOUNT_HIJACKED),
            Map.entry("blocked sign-in", Topic.BLOCKED_SIGN_IN),
            Map.entry("sign-in", Topic.RISKY_SIGN_IN),
            Map.entry("signin", Topic.RISKY_SIGN_IN),
            Map.entry("logon", Topic.RISKY_SIGN_IN),
            Map.entry("login", Topic.RISKY_SIGN_IN),
            Map.entry("travel", Topic.RISKY_SIGN_IN),
            Map.entry("anonymous ip", Topic.RISKY_SIGN_IN),
            Map.entry("password spray", Topic.RISKY_SIGN_IN),
            Map.entry("anomalous token", Topic.RISKY_SIGN_IN),
            Map.entry("risky user", Topic.RISKY_USER),
            Map.entry("malware", Topic.MALWARE),
            Map.entry("ransomware", Topic.MALWARE),
            Map.entry("phish", Topic.SUSPICIOUS_MAIL),
            Map.entry("suspicious email", Topic.SUSPICIOUS_MAIL),
            Map.entry("email messages", Topic.SUSPICIOUS_MAIL));

    private AlertTopic() {}

    static Topic ofWords(String title) {
        String text = title.toLowerCase(Locale.ROOT);
        return WORDS.stream().filter(word -> text.contains(word.getKey())).map(Map.Entry::getValue).findFirst()
                .orElse(Topic.OTHER);
    }

    /** Source: microsoft.graph.riskDetection, values of {@code riskEventType}; in lower case. */
    static Topic ofRisk(String type) {
        return switch (type) {
            case "leakedcredentials" -> Topic.PASSWORD_LEAKED;
            case "adminconfirmedusercompromised" -> Topic.ACCOUNT_HIJACKED;
            case "suspicioussendingpatterns", "suspiciousemailsendingpatterns" -> Topic.SENDING_RESTRICTED;
            case "investigationsthreatintelligence", "threatintelligenceuser", "anomaloususeractivity",
                    "mcassuspiciousinboxmanipulationrules", "suspiciousinboxforwarding", "mcasfinsuspiciousfileaccess",
                    "suspiciousapitraffic", "attemptedprtaccess", "userreportedsuspiciousactivity" -> Topic.RISKY_USER;
            default -> Topic.RISKY_SIGN_IN;
        };
    }
}
