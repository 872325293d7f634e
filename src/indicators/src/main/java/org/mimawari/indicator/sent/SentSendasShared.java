package org.mimawari.indicator.sent;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.outgoing.KeyedStretches;
import org.mimawari.indicator.outgoing.Mailing;
import org.mimawari.indicator.outgoing.Outgoing;
import org.mimawari.indicator.outgoing.OutgoingScope;
import org.mimawari.indicator.outgoing.OwnNames;

/**
 * The signed-in user suddenly sends much in the name of another mailbox of the house, which he never did in the
 * month before.
 */
public final class SentSendasShared implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("sent-sendas-shared", Family.SENT,
            AttackStage.ABUSE, Level.MEDIUM, 40, 0.6, List.of("T1098.002", "T1534"),
            Set.of(EvidenceKind.SENT_MESSAGE));
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final int FEWEST = 10;

    private final OutgoingScope scope;

    public SentSendasShared(OutgoingScope scope) {
        this.scope = scope;
    }

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        Outgoing outgoing = scope.of(evidence);
        if (outgoing.busiestDay().messages() < FEWEST) {
            return List.of();
        }
        OwnNames own = OwnNames.of(evidence);
        return new KeyedStretches(outgoing.mailings(), WINDOW, mailing -> inTheNameOf(mailing, own))
                .find(FEWEST, window -> window.messages() >= FEWEST).stream()
                .map(sent -> StretchFinding.byHabit(PROFILE, outgoing, sent.stretch(), sent.key())
                        .because("name", sent.key())).toList();
    }

    private List<String> inTheNameOf(Mailing mailing, OwnNames own) {
        Optional<String> name = own.usedBy(mailing.message());
        if (name.isEmpty() || own.contains(name.get())) {
            return List.of();
        }
        return MailboxAddress.findFull(name.get()).filter(scope.policy().ownDomains()::contains)
                .map(MailboxAddress::text).stream().toList();
    }
}
