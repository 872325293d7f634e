package org.mimawari.indicator.bounce;

import java.util.List;
import java.util.Optional;
import org.mimawari.evidence.NonDeliveryReport;
import org.mimawari.indicator.outgoing.Mailing;

/**
 * A report that a message could not be delivered, with what is known of that message.
 *
 * @param failed the recipients that failed for good; one empty text where the report names none
 * @param original the message among those sent, where its Message-ID, or else its subject, is found
 */
record FailureReport(
        NonDeliveryReport report,
        List<String> failed,
        Provenance.Verdict verdict,
        Optional<Mailing> original) {

    boolean isInSent() {
        return original.filter(Mailing::inSentFolder).isPresent();
    }

    /** True where something other than its mere look says that the message was ours. */
    boolean isProbablyOurs() {
        return verdict == Provenance.Verdict.OURS || verdict == Provenance.Verdict.LIKELY;
    }

    boolean isForged() {
        return verdict == Provenance.Verdict.FORGED;
    }
}
