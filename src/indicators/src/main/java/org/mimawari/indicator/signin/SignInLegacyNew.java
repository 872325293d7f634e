package org.mimawari.indicator.signin;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.Words;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.habit.Glance;

/** A password-only protocol that the mailbox has not used before (ATT&amp;CK T1078.004). */
public final class SignInLegacyNew implements Indicator {

    private static final IndicatorProfile PROFILE =
            SignInFinding.profile("signin-legacy-new", Level.MEDIUM, 40, 0.7, "T1078.004");

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        if (!Glance.of(evidence).mayHaveProtocol(LegacyProtocol::isLegacy)) {
            return List.of();
        }
        return new Newcomers(evidence, signIn -> Optional.of(Words.of(signIn.protocol())), Set.of())
                .findings(PROFILE, LegacyProtocol::isUsedBy);
    }
}
