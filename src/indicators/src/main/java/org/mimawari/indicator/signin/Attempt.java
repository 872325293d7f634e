package org.mimawari.indicator.signin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.SignIn;
import org.mimawari.indicator.MailboxDigest;

/** A dated sign-in with an address, and the mailbox it was for, while mailboxes are compared. */
record Attempt(String mailbox, Instant when, IpAddress ip, SignIn signIn, MailboxDigest digest) {

    private static final Comparator<Attempt> IN_TIME = Comparator.comparing(Attempt::when)
            .thenComparing(Attempt::mailbox).thenComparing(attempt -> attempt.signIn().ref());

    /** All failures of all mailboxes, in order of time. */
    static List<Attempt> failures(List<MailboxDigest> mailboxes) {
        return all(mailboxes, digest -> digest.failures().stream().filter(s -> s.ip().isPresent()).toList());
    }

    /** The sign-ins from these addresses whose password was right, in order of time. */
    static List<Attempt> entries(List<MailboxDigest> mailboxes, Predicate<IpAddress> wanted) {
        return all(mailboxes, digest -> digest.entries().from(wanted));
    }

    private static List<Attempt> all(List<MailboxDigest> mailboxes, Function<MailboxDigest, List<SignIn>> part) {
        List<Attempt> attempts = new ArrayList<>();
        for (MailboxDigest digest : mailboxes) {
            String name = digest.mailbox().map(MailboxAddress::text).orElse("");
            part.apply(digest).forEach(s -> attempt(name, s, digest).ifPresent(attempts::add));
        }
        attempts.sort(IN_TIME);
        return attempts;
    }

    private static Optional<Attempt> attempt(String name, SignIn signIn, MailboxDigest digest) {
        boolean usable = !name.isEmpty() && signIn.time().isPresent() && signIn.ip().isPresent();
        return usable ? Optional.of(new Attempt(name, signIn.time().get(), signIn.ip().get(), signIn, digest))
                : Optional.empty();
    }
}
