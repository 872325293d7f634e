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
import org.mimawari.indicator.outgoing.KeyedStretches;
import org.mimawari.indicator.outgoing.Outgoing;
import org.mimawari.indicator.outgoing.OutgoingScope;
import org.mimawari.indicator.outgoing.Stretch;

/**
 * Many messages within a day whose texts are nearly the same, whatever their subjects, and unlike anything the
 * mailbox sent before.
 */
public final class SentCampaignSimhash implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("sent-campaign-simhash", Family.SENT,
            AttackStage.ABUSE, Level.MEDIUM, 45, 0.7, List.of("T1586.002"),
            Set.of(EvidenceKind.SENT_MESSAGE));
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final int FEWEST_MESSAGES = 20;
    private static final int FEWEST_RECIPIENTS = 20;

    private final OutgoingScope scope;

    public SentCampaignSimhash(OutgoingScope scope) {
        this.scope = scope;
    }

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        Outgoing outgoing = scope.of(evidence);
        if (!outgoing.mayTellContent() || outgoing.busiestDay().messages() < FEWEST_MESSAGES) {
            return List.of();
        }
        TextTemplates templates = new TextTemplates();
        return new KeyedStretches(outgoing.mailings(), WINDOW, templates::of)
                .find(window -> window.messages() >= FEWEST_MESSAGES && window.external() >= FEWEST_RECIPIENTS).stream()
                .map(campaign -> finding(outgoing, campaign.stretch(), campaign.key())).toList();
    }

    private static Finding finding(Outgoing outgoing, Stretch stretch, String template) {
        return StretchFinding.byHabit(PROFILE, outgoing, stretch, template).because("subjects",
                stretch.mailings().stream().flatMap(mailing -> mailing.message().subject().stream()).distinct()
                        .count());
    }
}
