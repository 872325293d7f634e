package org.mimawari.evidence;

import java.util.Optional;

/** What the provider's own detection says: a risk detection, a restricted sender, a hijacked account. */
public record ProviderAlert(
        Origin origin,
        Topic topic,
        String title,
        Optional<String> severity,
        Optional<String> detail,
        Optional<IpAddress> ip) implements Evidence {

    /** What the alert is about. */
    public enum Topic {
        SENDING_RESTRICTED, ACCOUNT_HIJACKED, PASSWORD_LEAKED, RISKY_SIGN_IN, BLOCKED_SIGN_IN, RISKY_USER,
        SUSPICIOUS_MAIL, MALWARE, RULE_TRIGGERED, DEVICE, OTHER
    }

    @Override
    public EvidenceKind kind() {
        return EvidenceKind.PROVIDER_ALERT;
    }
}
