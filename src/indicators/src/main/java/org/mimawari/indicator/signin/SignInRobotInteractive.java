package org.mimawari.indicator.signin;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.evidence.SignIn;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.habit.Acquaintance;
import org.mimawari.indicator.habit.Episodes;
import org.mimawari.indicator.habit.Outside;

/**
 * A mailbox that only a machine uses ({@code noreply@}, a scanner) was opened in a browser or by a mail reader
 * (ATT&amp;CK T1078).
 */
public final class SignInRobotInteractive implements Indicator {

    private static final IndicatorProfile PROFILE =
            SignInFinding.profile("signin-robot-interactive", Level.MEDIUM, 50, 0.7, "T1078");
    private static final int JOB_DAYS = 5;
    private static final long SECONDS_PER_DAY = 86_400;

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        if (evidence.kind() != MailboxKind.ROBOT) {
            return List.of();
        }
        Acquaintance readers = Acquaintance.of(Outside.teachers(evidence), SignInRobotInteractive::reader);
        Set<String> jobs = jobs(evidence);
        List<SignIn> asPerson = Outside.successes(evidence).stream().filter(s -> reader(s).isPresent())
                .filter(s -> !readers.knows(reader(s).orElseThrow(), s.time().orElseThrow()))
                .filter(s -> reader(s).filter(jobs::contains).isEmpty()).toList();
        return Episodes.of(asPerson, any -> "like a person").stream()
                .map(episode -> SignInFinding.of(PROFILE, evidence, episode.key(), episode.pieces())).toList();
    }

    /** What was there from the first day of the evidence and came on many days is the machine's own job. */
    private static Set<String> jobs(MailboxEvidence evidence) {
        List<SignIn> history = Outside.history(evidence);
        Map<String, Set<Long>> days = new HashMap<>();
        history.forEach(s -> reader(s).ifPresent(key -> days.computeIfAbsent(key, any -> new HashSet<>()).add(day(s))));
        Set<String> jobs = new HashSet<>();
        days.forEach((key, on) -> {
            if (on.size() >= JOB_DAYS && on.contains(day(history.get(0)))) {
                jobs.add(key);
            }
        });
        return jobs;
    }

    private static long day(SignIn signIn) {
        return signIn.time().orElseThrow().getEpochSecond() / SECONDS_PER_DAY;
    }

    /** Protocol and part of the network of a sign-in that opens the mailbox for reading. */
    private static Optional<String> reader(SignIn signIn) {
        return switch (signIn.protocol()) {
            case WEB, IMAP, POP -> signIn.ip().map(IpAddress::neighbourhood)
                    .map(near -> signIn.protocol() + " " + near);
            default -> Optional.empty();
        };
    }
}
