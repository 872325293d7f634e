package org.mimawari.indicator.signin;

import java.time.Duration;
import java.util.List;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.SignIn;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.habit.Episodes;
import org.mimawari.indicator.habit.Episodes.Episode;
import org.mimawari.indicator.habit.Glance;

/** Many wrong passwords and no success: a warning, no break-in (ATT&amp;CK T1110.001). */
public final class SignInBruteforce implements Indicator {

    private static final IndicatorProfile PROFILE =
            SignInFinding.profile("signin-bruteforce", Level.LOW, 20, 0.5, "T1110.001");
    private static final int ATTEMPTS = 10;
    private static final Duration WITHIN = Duration.ofHours(1);
    private static final Duration GAP = Duration.ofDays(1);

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        // So many within an hour are at least so many within a day.
        if (Glance.of(evidence).mostGuessesInADay() < ATTEMPTS || !GuessedPassword.hits(evidence).isEmpty()) {
            return List.of();
        }
        return Episodes.of(GuessedPassword.strangeFailures(evidence), any -> "guessing", GAP).stream()
                .filter(SignInBruteforce::isDense)
                .map(episode -> SignInFinding.of(PROFILE, evidence, episode.key(), episode.pieces(),
                        SignInReason.of(episode.pieces()).andNumber("sources", sources(episode)))).toList();
    }

    private static boolean isDense(Episode<SignIn> episode) {
        RecentFailures recent = new RecentFailures(WITHIN);
        for (SignIn failure : episode.pieces()) {
            recent.add(failure);
            if (recent.attempts() >= ATTEMPTS) {
                return true;
            }
        }
        return false;
    }

    private static long sources(Episode<SignIn> episode) {
        return episode.pieces().stream().flatMap(s -> s.ip().stream()).distinct().count();
    }
}
