package org.mimawari.indicator.signin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.SignIn;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.habit.Episodes;
import org.mimawari.indicator.habit.Episodes.Episode;
import org.mimawari.indicator.habit.Glance;
import org.mimawari.indicator.network.AppRoles;
import org.mimawari.indicator.network.KnownNetworks;

/**
 * A sign-in to the portal that proxying phishing pages use, from an unregistered device and a network new to the
 * mailbox (ATT&amp;CK T1557).
 */
public final class SignInAitmOfficehome implements Indicator {

    private static final IndicatorProfile PROFILE =
            SignInFinding.profile("signin-aitm-officehome", Level.HIGH, 60, 0.7, "T1557", "T1566.002");
    private static final Set<String> ERRORS = Set.of("0", "50074", "50140", "53000");

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        if (!Glance.of(evidence).mayHaveApp(AppRoles::isLanding)) {
            return List.of();
        }
        List<SignIn> landed = evidence.signIns().stream().filter(SignInAitmOfficehome::isLanding).toList();
        if (landed.isEmpty()) {
            return List.of();
        }
        Newcomers countries = Newcomers.byCountry(evidence);
        Newcomers networks = new Newcomers(evidence, SignInAitmOfficehome::origin, Set.of());
        Strangers strangers = Strangers.of(evidence);
        List<SignIn> odd = landed.stream().filter(strangers::isStrange)
                .filter(s -> networks.isNew(s) || countries.isNew(s) || KnownNetworks.isHosting(s.place())).toList();
        List<Finding> findings = new ArrayList<>();
        for (Episode<SignIn> episode : Episodes.of(odd, signIn -> origin(signIn).orElse(""))) {
            Finding finding = SignInFinding.of(PROFILE, evidence, episode.key(), episode.pieces(),
                    SignInReason.of(episode.pieces()).andText("application", application(episode.first())));
            boolean far = countries.isNew(episode.first()) || KnownNetworks.isHosting(episode.first().place());
            findings.add(far ? finding : finding.judged(Level.MEDIUM, 40, 0.6));
        }
        return findings;
    }

    private static boolean isLanding(SignIn signIn) {
        boolean bare = signIn.device().filter(device -> !device.isBlank()).isEmpty();
        return bare && isInteractive(signIn.protocol()) && signIn.passwordRight() && signIn.appId().filter(AppRoles::isLanding).isPresent()
                && signIn.errorCode().filter(code -> !ERRORS.contains(code)).isEmpty();
    }

    /** A phishing page plays a browser; it never speaks a mail protocol. */
    private static boolean isInteractive(SignIn.Protocol protocol) {
        return switch (protocol) {
            case WEB, OAUTH, UNKNOWN -> true;
            default -> false;
        };
    }

    private static String application(SignIn signIn) {
        return signIn.application().or(signIn::appId).orElse("–");
    }

    private static Optional<String> origin(SignIn signIn) {
        return signIn.place().network().map(number -> "AS" + number).or(() -> signIn.ip().map(WideRange::of));
    }
}
