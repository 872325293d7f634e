package org.mimawari.indicator.sent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.EvidenceKind;
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
import org.mimawari.indicator.outgoing.Stretch;

/**
 * The signed-in mailbox sends under addresses that are not its own: foreign ones, or many different names of the
 * house.
 */
public final class SentFromForeign implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("sent-from-foreign", Family.SENT,
            AttackStage.ABUSE, Level.HIGH, 60, 0.8, List.of("T1672", "T1586.002"),
            Set.of(EvidenceKind.SENT_MESSAGE));
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final int FEWEST = 3;

    private final OutgoingScope scope;

    public SentFromForeign(OutgoingScope scope) {
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
        List<Mailing> foreign = new ArrayList<>();
        for (Mailing mailing : outgoing.mailings()) {
            if (isForeign(mailing, own)) {
                foreign.add(mailing);
            }
        }
        // All of them share one key: a relay may take a new name for each message.
        return new KeyedStretches(foreign, WINDOW, mailing -> List.of("foreign"))
                .find(window -> window.messages() >= FEWEST).stream()
                .map(sent -> finding(outgoing, sent.stretch())).toList();
    }

    private boolean isForeign(Mailing mailing, OwnNames own) {
        Optional<String> name = own.usedBy(mailing.message());
        return name.isPresent() && !own.contains(name.get()) && scope.policy().ownDomains().isForeign(name.get());
    }

    private static Finding finding(Outgoing outgoing, Stretch stretch) {
        List<String> names = stretch.mailings().stream().flatMap(mailing -> mailing.message().from().stream())
                .distinct().sorted().limit(5).toList();
        return StretchFinding.byHabit(PROFILE, outgoing, stretch, "foreign-from").because("names", names);
    }
}
