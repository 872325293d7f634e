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
import org.mimawari.indicator.outgoing.Mailing;
import org.mimawari.indicator.outgoing.Outgoing;
import org.mimawari.indicator.outgoing.OutgoingScope;
import org.mimawari.indicator.outgoing.Stretch;
import org.mimawari.indicator.outgoing.Volume;

/**
 * Many messages within a day under one subject that the mailbox never used before; numbers, reply marks and the name
 * of the person addressed do not make a subject another one.
 */
public final class SentCampaignSubject implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("sent-campaign-subject", Family.SENT,
            AttackStage.ABUSE, Level.MEDIUM, 45, 0.65, List.of("T1586.002"),
            Set.of(EvidenceKind.SENT_MESSAGE));
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final int FEWEST_MESSAGES = 20;
    private static final int FEWEST_RECIPIENTS = 20;
    /** From here on it is no longer a round of invitations. */
    private static final int CAMPAIGN = 50;
    private static final int CAMPAIGN_WEIGHT = 55;
    private static final double CAMPAIGN_CONFIDENCE = 0.7;
    private static final double STRANGERS = 0.5;

    private final OutgoingScope scope;

    public SentCampaignSubject(OutgoingScope scope) {
        this.scope = scope;
    }

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        Outgoing outgoing = scope.of(evidence);
        if (outgoing.busiestDay().messages() < FEWEST_MESSAGES) {
            return List.of();
        }
        KeyedStretches campaigns =
                new KeyedStretches(outgoing.mailings(), WINDOW, mailing -> subject(mailing, outgoing));
        return campaigns.find(FEWEST_MESSAGES, SentCampaignSubject::isCampaign).stream()
                .map(campaign -> finding(outgoing, campaign)).toList();
    }

    private static List<String> subject(Mailing mailing, Outgoing outgoing) {
        String subject = outgoing.subject(mailing.message());
        return subject.isEmpty() ? List.of() : List.of(subject);
    }

    private static boolean isCampaign(Volume window) {
        return window.messages() >= FEWEST_MESSAGES && window.external() >= FEWEST_RECIPIENTS;
    }

    private static Finding finding(Outgoing outgoing, KeyedStretches.Keyed campaign) {
        Stretch stretch = campaign.stretch();
        Finding finding = StretchFinding.byHabit(PROFILE, outgoing, stretch, campaign.key())
                .because("subject", stretch.mailings().get(0).message().subject().orElse(campaign.key()));
        boolean grave = stretch.volume().messages() >= CAMPAIGN && stretch.volume().share() >= STRANGERS;
        return grave ? finding.judged(Level.HIGH, CAMPAIGN_WEIGHT, CAMPAIGN_CONFIDENCE) : finding;
    }
}
