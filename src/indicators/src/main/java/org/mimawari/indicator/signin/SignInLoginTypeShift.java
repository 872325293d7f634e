package org.mimawari.indicator.signin;

import java.util.ArrayList;
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
import org.mimawari.indicator.habit.Acquaintance;
import org.mimawari.indicator.habit.Episodes;
import org.mimawari.indicator.habit.Outside;

/**
 * A sign-in with a password alone by somebody who had always passed a second factor or the company's own login page,
 * or, of little weight, in a way that the provider does not document (ATT&amp;CK T1078.004).
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
        List<Finding> findings = new ArrayList<>(undocumented(evidence));
        findings.addAll(weaker(evidence));
        return findings;
    }

    /** Ways the provider does not name; who uses one every day is known for it. */
    private static List<Finding> undocumented(MailboxEvidence evidence) {
        List<SignIn> odd = evidence.signIns().stream()
                .filter(s -> s.succeeded() && s.traits().contains(SignInTrait.UNDOCUMENTED_WAY)).toList();
        if (odd.isEmpty()) {
            return List.of();
        }
        Acquaintance known = Acquaintance.of(Outside.teachers(evidence), SignIn::application);
        List<SignIn> fresh = odd.stream().filter(s -> s.time().filter(when -> s.application()
                .filter(way -> known.knows(way, when)).isPresent()).isEmpty()).toList();
        return Episodes.groups(fresh, s -> s.application().orElse("")).stream().map(group -> SignInFinding.of(PROFILE,
                evidence, group.get(0).application().orElse("–"), group, SignInReason.of(group).andTexts("usual",
                        group.get(0).time().map(known::known).orElse(List.of()))).judged(Level.LOW, 20, 0.5)).toList();
    }

    private static List<Finding> weaker(MailboxEvidence evidence) {
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
