package org.mimawari.indicator.signin;

import java.util.List;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.habit.Glance;

/**
 * A successful sign-in from a network (autonomous system) new to the mailbox; weak by itself (ATT&amp;CK T1078.004).
 */
public final class SignInNewAsn implements Indicator {

    private static final IndicatorProfile PROFILE =
            SignInFinding.profile("signin-new-asn", Level.LOW, 10, 0.5, "T1078.004");

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        if (!Glance.of(evidence).mayKnowPlaces()) {
            return List.of();
        }
        return Newcomers.byNetwork(evidence).findings(PROFILE, signIn -> true);
    }
}
