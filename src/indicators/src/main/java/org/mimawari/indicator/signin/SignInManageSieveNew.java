package org.mimawari.indicator.signin;

import java.util.List;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.SignIn;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.habit.Glance;

/** A login to the rule server (ManageSieve) from where the mailbox does not read its mail (ATT&amp;CK T1564.008). */
public final class SignInManageSieveNew implements Indicator {

    private static final IndicatorProfile PROFILE =
            SignInFinding.profile("signin-managesieve-new", Level.MEDIUM, 40, 0.7, "T1078", "T1564.008");

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        if (!Glance.of(evidence).mayHaveProtocol(protocol -> protocol == SignIn.Protocol.MANAGESIEVE)) {
            return List.of();
        }
        return Newcomers.byNeighbourhood(evidence)
                .findings(PROFILE, signIn -> signIn.protocol() == SignIn.Protocol.MANAGESIEVE);
    }
}
