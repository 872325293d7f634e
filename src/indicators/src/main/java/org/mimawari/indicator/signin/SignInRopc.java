package org.mimawari.indicator.signin;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.SignInTrait;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.habit.Glance;

/**
 * A program sent user name and password itself (OAuth password grant, RFC 6749 section 4.3), which the mailbox has not
 * done before (ATT&amp;CK T1078.004).
 */
public final class SignInRopc implements Indicator {

    private static final IndicatorProfile PROFILE =
            SignInFinding.profile("signin-ropc", Level.MEDIUM, 45, 0.7, "T1078.004");

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        Glance glance = Glance.of(evidence);
        if (!glance.mayHaveTrait(SignInTrait.ROPC) && !glance.mayHaveClient(SignInRopc::isNamedSo)) {
            return List.of();
        }
        return new Newcomers(evidence, signIn -> Optional.of(isPasswordGrant(signIn) ? "ropc" : "other"), Set.of())
                .findings(PROFILE, SignInRopc::isPasswordGrant);
    }

    private static boolean isPasswordGrant(SignIn signIn) {
        return signIn.traits().contains(SignInTrait.ROPC)
                || signIn.client().filter(SignInRopc::isNamedSo).isPresent();
    }

    private static boolean isNamedSo(String client) {
        return client.toLowerCase(Locale.ROOT).contains("bav2ropc");
    }
}
