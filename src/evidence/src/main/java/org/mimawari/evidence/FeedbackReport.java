package org.mimawari.evidence;

import java.util.Optional;

/** A complaint by a recipient's provider (RFC 5965). */
public record FeedbackReport(
        Origin origin,
        String type,
        Optional<IpAddress> sourceIp,
        Optional<String> reportedDomain,
        OriginalMessage original) implements Evidence {

    @Override
    public EvidenceKind kind() {
        return EvidenceKind.FEEDBACK_REPORT;
    }
}
