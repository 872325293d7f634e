package org.mimawari.indicator.signin;

import java.util.List;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.SignIn;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.habit.Outside;

/**
 * One account handed in mail from several unrelated networks at once, as a botnet does with a stolen password
 * (ATT&amp;CK T1078.004).
 */
public final class SignInSmtpMultiIp implements Indicator {

    private static final IndicatorProfile PROFILE =
            SignInFinding.profile("signin-smtp-multi-ip", Level.HIGH, 65, 0.8, "T1078.004");
    private static final int MOST = 20;

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        List<SignIn> submissions = Outside.successes(evidence).stream()
                .filter(s -> s.protocol() == SignIn.Protocol.SMTP && s.ip().isPresent()).toList();
        if (submissions.size() < 2) {
            return List.of();
        }
        Strangers strangers = Strangers.of(evidence);
        List<SignIn> strange = submissions.stream().filter(strangers::isStrange).toList();
        return Scatter.episodes(strange).stream().limit(MOST)
                .map(group -> SignInFinding.of(PROFILE, evidence, "scattered", group, SignInReason.of(group)
                        .andNumber("sources", group.stream().map(Scatter::network).distinct().count()))).toList();
    }
}
