package org.mimawari.indicator.signin;

import java.util.List;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;

/** A successful sign-in from a country that neither the mailbox nor the organisation uses (ATT&amp;CK T1078.004). */
public final class SignInNewCountry implements Indicator {

    private static final IndicatorProfile PROFILE =
            SignInFinding.profile("signin-new-country", Level.MEDIUM, 30, 0.6, "T1078.004");

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        return Newcomers.byCountry(evidence).findings(PROFILE, signIn -> true);
    }
}
