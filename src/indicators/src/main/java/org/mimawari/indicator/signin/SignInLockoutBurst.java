package org.mimawari.indicator.signin;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.TimeRange;
import org.mimawari.indicator.Citation;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.MailboxDigest;
import org.mimawari.indicator.TenantIndicator;
import org.mimawari.indicator.habit.Episodes;
import org.mimawari.indicator.habit.Episodes.Episode;
import org.mimawari.indicator.network.KnownNetworks;

/** Ten or more accounts were locked out within five minutes of each other (ATT&amp;CK T1110). */
public final class SignInLockoutBurst implements TenantIndicator {

    private static final IndicatorProfile PROFILE =
            SignInFinding.profile("signin-lockout-burst", Level.LOW, 20, 0.6, "T1110");
    private static final int ACCOUNTS = 10;
    private static final int MOST = 50;
    private static final Duration GAP = Duration.ofMinutes(5);

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(List<MailboxDigest> mailboxes) {
        List<SignIn> locked = Attempt.failures(mailboxes).stream().map(Attempt::signIn)
                .filter(s -> s.failure().filter(why -> why == SignIn.Failure.LOCKED).isPresent())
                .filter(s -> !KnownNetworks.isProvider(s.place())).toList();
        return Episodes.of(locked, any -> "locked", GAP).stream().filter(episode -> accounts(episode) >= ACCOUNTS)
                .limit(MOST).map(episode -> Finding.of(PROFILE, Optional.empty(), TimeRange.of(episode.pieces()),
                        episode.key(), SignInReason.of(episode.pieces()).andNumber("mailboxes", accounts(episode)),
                        Citation.of(episode.pieces()))).toList();
    }

    private static int accounts(Episode<SignIn> episode) {
        Set<String> accounts = new HashSet<>();
        episode.pieces().forEach(s -> s.mailbox().ifPresent(mailbox -> accounts.add(mailbox.text())));
        return accounts.size();
    }
}
