package org.mimawari.indicator.sent;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Fact;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Multiplier;
import org.mimawari.indicator.outgoing.Mailing;
import org.mimawari.indicator.outgoing.Outgoing;
import org.mimawari.indicator.outgoing.OutgoingScope;
import org.mimawari.indicator.outgoing.SentCopies;
import org.mimawari.indicator.outgoing.Stretch;
import org.mimawari.indicator.outgoing.StretchSearch;

/**
 * A server or an audit log saw messages leave of which the Sent folder holds no copy, although this mailbox usually
 * keeps one. Judges only the time for which the folder was read.
 */
public final class SentNoCopy implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("sent-no-copy", Family.SENT,
            AttackStage.ABUSE, Level.HIGH, 55, 0.75, List.of("T1070.008"),
            Set.of(EvidenceKind.SENT_MESSAGE));
    private static final Duration WINDOW = Duration.ofMinutes(60);
    private static final int FEWEST = 3;
    private static final int ENOUGH_TO_COMPARE = 5;
    private static final double USUALLY = 0.9;
    private static final double SOMETIMES = 0.6;
    private static final double RARELY = 0.5;
    private static final Multiplier COPIES_SOMETIMES = Multiplier.modifier("copies-only-sometimes", 0.5);

    private final OutgoingScope scope;

    public SentNoCopy(OutgoingScope scope) {
        this.scope = scope;
    }

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        Outgoing outgoing = scope.of(evidence);
        SentCopies copies = SentCopies.of(outgoing);
        List<Mailing> missing = outgoing.mailings().stream().filter(copies::isMissing).toList();
        return new StretchSearch(missing, WINDOW, mailing -> 1)
                .find((window, first, last) -> window.messages() >= FEWEST).stream()
                .flatMap(stretch -> finding(outgoing, copies, stretch).stream()).toList();
    }

    private static Optional<Finding> finding(Outgoing outgoing, SentCopies copies, Stretch stretch) {
        SentCopies.Ratio usual = copies.outside(stretch);
        SentCopies.Ratio now = copies.inside(stretch);
        if (usual.of() < ENOUGH_TO_COMPARE || usual.share() < SOMETIMES || now.share() > RARELY) {
            return Optional.empty();
        }
        Finding finding = StretchFinding.of(PROFILE, outgoing, stretch, "no-copy")
                .because("missing", stretch.volume().messages()).because("usual", new Fact.Share(usual.share()));
        return Optional.of(usual.share() >= USUALLY ? finding : finding.times(COPIES_SOMETIMES));
    }
}
