package org.mimawari.indicator.bounce;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailRemoval;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.TimeRange;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Citation;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Reason;
import org.mimawari.indicator.outgoing.OutgoingScope;
import org.mimawari.indicator.outgoing.Runs;

/**
 * Delivery failures or complaints were deleted or moved away within two minutes of their arrival, or by somebody who
 * does not come from where the owner does.
 */
public final class BounceHidden implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("bounce-hidden", Family.BOUNCE,
            AttackStage.HIDING, Level.HIGH, 60, 0.8, List.of("T1564.008", "T1070.008"),
            Set.of(EvidenceKind.NON_DELIVERY_REPORT, EvidenceKind.MAIL_REMOVAL));
    private static final Duration AT_ONCE = Duration.ofMinutes(2);
    private static final Duration WINDOW = Duration.ofHours(24);
    /** One report swept away at once may be the owner's own quick hand. */
    private static final int FEWEST_WITHOUT_ACTOR = 3;

    private final OutgoingScope scope;

    public BounceHidden(OutgoingScope scope) {
        this.scope = scope;
    }

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        if (evidence.mailRemovals().isEmpty()) {
            return List.of();
        }
        SweptReports swept = new SweptReports(scope.of(evidence), AT_ONCE);
        List<MailRemoval> removals = evidence.mailRemovals().stream().filter(swept::isSwept).toList();
        return Runs.split(removals, WINDOW).stream()
                .filter(run -> run.size() >= FEWEST_WITHOUT_ACTOR || run.stream().anyMatch(swept::isByStranger))
                .map(run -> finding(evidence, swept, run)).toList();
    }

    private static Finding finding(MailboxEvidence evidence, SweptReports swept, List<MailRemoval> run) {
        return Finding.of(PROFILE, evidence, TimeRange.of(run), "hidden",
                Reason.number("removals", run.size())
                        .andNumber("reports", run.stream().mapToLong(swept::reports).sum())
                        .andTexts("subjects", run.stream().flatMap(swept::subjects).distinct().sorted().limit(5)
                                .toList()),
                Citation.of(run));
    }
}
