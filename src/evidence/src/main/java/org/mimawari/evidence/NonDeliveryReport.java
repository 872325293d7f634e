package org.mimawari.evidence;

import java.util.List;
import java.util.Optional;

/** A delivery failure that came back to the mailbox, standard (RFC 3464) or not. */
public record NonDeliveryReport(
        Origin origin,
        List<FailedRecipient> failures,
        OriginalMessage original,
        Optional<String> reportingServer,
        Optional<String> messageId) implements Evidence {

    private static final int MOST = 1_000;

    public NonDeliveryReport {
        failures = failures.stream().limit(MOST).toList();
    }

    @Override
    public EvidenceKind kind() {
        return EvidenceKind.NON_DELIVERY_REPORT;
    }
}
