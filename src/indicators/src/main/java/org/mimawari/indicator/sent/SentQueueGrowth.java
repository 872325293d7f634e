package org.mimawari.indicator.sent;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.outgoing.Outgoing;
import org.mimawari.indicator.outgoing.OutgoingScope;
import org.mimawari.indicator.outgoing.StretchSearch;

/**
 * Within an hour at least half of what the mailbox sent was put off by the receiving servers, and that was much:
 * what happens to a relay once others notice it.
 */
public final class SentQueueGrowth implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("sent-queue-growth", Family.SENT,
            AttackStage.ABUSE, Level.MEDIUM, 45, 0.75, List.of("T1586.002"),
            Set.of(EvidenceKind.SENT_MESSAGE));
    private static final Duration WINDOW = Duration.ofMinutes(60);
    private static final int FEWEST = 200;
    private static final double SHARE = 0.5;

    private final OutgoingScope scope;

    public SentQueueGrowth(OutgoingScope scope) {
        this.scope = scope;
    }

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        Outgoing outgoing = scope.of(evidence);
        if (outgoing.busiestHour().deferred() < FEWEST) {
            return List.of();
        }
        return new StretchSearch(outgoing.mailings(), WINDOW, mailing -> mailing.message().deferred())
                .find((window, first, last) -> window.deferred() >= FEWEST
                        && window.deferred() >= SHARE * window.recipients()).stream()
                .map(stretch -> StretchFinding.of(PROFILE, outgoing, stretch, "queue")
                        .because("deferred", stretch.volume().deferred())).toList();
    }
}
