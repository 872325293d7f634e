package org.mimawari.indicator.signin;

import java.util.List;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.SignInTrait;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;

/** An application token used several times from an IPv4 address new to the mailbox (ATT&amp;CK T1550.001). */
public final class SignInTokenNewIp implements Indicator {

    private static final IndicatorProfile PROFILE =
            SignInFinding.profile("signin-token-new-ip", Level.LOW, 25, 0.5, "T1528", "T1550.001");
    private static final int USES = 3;

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        return Newcomers.byNeighbourhood(evidence).findings(PROFILE, SignInTokenNewIp::isTokenUse).stream()
                .filter(finding -> finding.citation().total() >= USES).toList();
    }

    /** IPv6 addresses change by themselves all the time and say nothing. */
    private static boolean isTokenUse(SignIn signIn) {
        boolean token = signIn.protocol() == SignIn.Protocol.OAUTH || signIn.traits().contains(SignInTrait.OAUTH_TOKEN);
        return token && signIn.ip().filter(ip -> !ip.isVersion6()).isPresent();
    }
}
