package org.mimawari.indicator.bounce;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.indicator.outgoing.Mailing;
import org.mimawari.indicator.outgoing.Outgoing;
import org.mimawari.indicator.outgoing.OwnNames;
import org.mimawari.indicator.outgoing.SentCopies;

/**
 * Decides of a failure report whether its original is ours and yet unknown to the Sent folder, and how certain that is:
 * a robot, and many a phone, never keeps copies.
 */
final class UnknownOriginals {

    private static final int ENOUGH = 5;
    private static final double USUALLY = 0.5;

    private final Outgoing outgoing;
    private final OwnDomains ownDomains;
    private final OwnNames names;
    private final SentCopies copies;
    private final boolean keepsCopies;
    private final Optional<Instant> firstCopy;

    UnknownOriginals(Outgoing outgoing, OwnDomains ownDomains) {
        this.outgoing = outgoing;
        this.ownDomains = ownDomains;
        this.names = OwnNames.of(outgoing.evidence());
        this.copies = SentCopies.of(outgoing);
        this.firstCopy = outgoing.mailings().stream().filter(Mailing::inSentFolder).map(Mailing::time)
                .min(Comparator.naturalOrder());
        SentCopies.Ratio ratio = copies.all();
        this.keepsCopies = firstCopy.isPresent() && (ratio.of() < ENOUGH || ratio.share() >= USUALLY);
    }

    boolean contains(FailureReport report) {
        if (report.verdict() != Provenance.Verdict.OURS || report.isInSent() || !canBeLookedUp(report)) {
            return false;
        }
        return report.original().map(this::isStrange).orElseGet(() -> !isColleagues(report));
    }

    /** Mail of a colleague that a rule passed on also bears our signature, but it was not written here. */
    private boolean isColleagues(FailureReport report) {
        return report.report().original().from().flatMap(MailboxAddress::findFull)
                .filter(from -> ownDomains.contains(from) && !names.contains(from.text())).isPresent();
    }

    /** True where there is no Sent folder to speak of, or where it begins later than the message. */
    boolean isUncertain(FailureReport report) {
        if (outgoing.mailings().isEmpty()) {
            return !outgoing.evidence().covers(EvidenceKind.SENT_MESSAGE);
        }
        Optional<Instant> written = report.report().original().date().or(() -> report.report().time());
        return !keepsCopies || firstCopy.filter(first -> written.filter(first::isAfter).isPresent()).isPresent();
    }

    /** Without a Message-ID the report must at least quote a subject to look for. */
    private static boolean canBeLookedUp(FailureReport report) {
        return report.report().original().messageId().isPresent() || report.report().original().subject().isPresent();
    }

    /**
     * A server saw it leave: strange where a copy is missing, or where the copies are few and it came from a place new to
     * the mailbox. Where nobody looked into a Sent folder, nothing is missing from it.
     */
    private boolean isStrange(Mailing mailing) {
        return firstCopy.isPresent() && (keepsCopies ? copies.isMissing(mailing) : outgoing.isFromNewPlace(mailing));
    }
}
