package org.mimawari.indicator.signin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.ProviderAlert;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.SignInTrait;
import org.mimawari.evidence.TimeRange;
import org.mimawari.indicator.Citation;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Reason;
import org.mimawari.indicator.habit.Episodes;
import org.mimawari.indicator.habit.Episodes.Episode;

/**
 * The provider blocked a sign-in that it found suspicious: somebody tries, and may hold the password (ATT&amp;CK
 * T1110).
 */
public final class SignInGoogleBlocked implements Indicator {

    private static final IndicatorProfile PROFILE =
            SignInFinding.profile("signin-google-blocked", Level.LOW, 20, 0.5, "T1110");

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        List<Evidence> blocked = new ArrayList<>();
        evidence.signIns().stream().filter(SignInGoogleBlocked::isBlocked).forEach(blocked::add);
        evidence.providerAlerts().stream().filter(alert -> alert.topic() == ProviderAlert.Topic.BLOCKED_SIGN_IN)
                .filter(alert -> alert.time().isPresent()).forEach(blocked::add);
        blocked.sort(Comparator.comparing((Evidence piece) -> piece.time().orElseThrow()).thenComparing(Evidence::ref));
        return Episodes.of(blocked, any -> "blocked").stream().map(episode -> finding(episode, evidence)).toList();
    }

    private static boolean isBlocked(SignIn signIn) {
        return signIn.outcome() == SignIn.Outcome.BLOCKED && signIn.time().isPresent()
                && (signIn.traits().contains(SignInTrait.PROVIDER_RISK)
                || signIn.traits().contains(SignInTrait.PROVIDER_HIJACKED));
    }

    private static Finding finding(Episode<Evidence> episode, MailboxEvidence evidence) {
        String ip = episode.pieces().stream().flatMap(piece -> (piece instanceof ProviderAlert alert ? alert.ip()
                : ((SignIn) piece).ip()).stream()).findFirst().map(IpAddress::text).orElse("–");
        Reason reason = Reason.text("ip", ip).andNumber("count", episode.pieces().size());
        return Finding.of(PROFILE, evidence, TimeRange.of(episode.pieces()), episode.key(), reason,
                Citation.of(episode.pieces()));
    }
}
