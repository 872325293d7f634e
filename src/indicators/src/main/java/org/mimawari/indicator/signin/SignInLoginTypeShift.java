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

/**
 * A sign-in with a password alone by somebody who had always passed a second factor or the company's own login page
 * (ATT&amp;CK T1078.004).
 */
public final class SignInLoginTypeShift implements Indicator {

    private static final IndicatorProfile PROFILE =
            SignInFinding.profile("signin-login-type-shift", Level.MEDIUM, 40, 0.65, "T1078.004");
    private static final Set<String> WEAKER = Set.of("single-factor", "google_password");
    private static final Set<String> STRONGER = Set.of("second-factor", "saml");

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        if (evidence.signIns().stream().noneMatch(s -> s.succeeded() && way(s).filter(WEAKER::contains).isPresent())) {
            return List.of();
        }
        Newcomers ways = new Newcomers(evidence, SignInLoginTypeShift::way, Set.of());
        return ways.findings(PROFILE, signIn -> way(signIn).filter(WEAKER::contains).isPresent()
                && ways.known(signIn).stream().anyMatch(STRONGER::contains));
    }

    private static Optional<String> way(SignIn signIn) {
        String named = signIn.application().orElse("").toLowerCase(Locale.ROOT);
        if (named.equals("google_password") || named.equals("saml")) {
            return Optional.of(named);
        }
        if (signIn.traits().contains(SignInTrait.SECOND_FACTOR_PASSED)) {
            return Optional.of("second-factor");
        }
        return signIn.traits().contains(SignInTrait.SINGLE_FACTOR) ? Optional.of("single-factor") : Optional.empty();
    }
}
