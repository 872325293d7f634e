package org.mimawari.indicator.signin;

import java.util.List;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.habit.Glance;
import org.mimawari.indicator.network.KnownNetworks;

/** A successful sign-in from a rented server or VPN exit the mailbox has not used before (ATT&amp;CK T1090). */
public final class SignInHostingAsn implements Indicator {

    private static final IndicatorProfile PROFILE =
            SignInFinding.profile("signin-hosting-asn", Level.MEDIUM, 35, 0.6, "T1078.004", "T1090");

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        if (!Glance.of(evidence).mayKnowPlaces()) {
            return List.of();
        }
        return Newcomers.byNetwork(evidence).findings(PROFILE, signIn -> KnownNetworks.isHosting(signIn.place()));
    }
}
