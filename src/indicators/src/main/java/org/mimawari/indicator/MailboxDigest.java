package org.mimawari.indicator;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.mimawari.evidence.ConnectedApp;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailAccess;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.SettingChange;
import org.mimawari.evidence.SignIn;

/**
 * The little that tenant-wide indicators need of one mailbox. Bounded, whatever the mailbox holds.
 *
 * @param failures sign-ins that failed for the password, at most 2,000
 * @param entries sign-ins whose password was right
 * @param forwards where mail is sent to by rules and settings
 * @param rules rules, by what they do
 * @param apps applications that were given access
 * @param findings what the mailbox's own indicators found
 * @param displayName the name people see, where the mail system tells it
 * @param changes accounts that were created or invited, at most 2,000
 * @param readings reading of mail by applications and by others than the owner, at most one each for ten minutes,
 *     address and application, and 2,000 in all
 */
public record MailboxDigest(
        Optional<MailboxAddress> mailbox,
        MailboxKind kind,
        boolean exists,
        List<SignIn> failures,
        Entries entries,
        List<ForwardTarget> forwards,
        List<MailboxRule> rules,
        List<ConnectedApp> apps,
        List<Finding> findings,
        Optional<String> displayName,
        List<SettingChange> changes,
        List<MailAccess> readings) {

    public MailboxDigest(Optional<MailboxAddress> mailbox, MailboxKind kind, boolean exists, List<SignIn> failures,
            Entries entries, List<ForwardTarget> forwards, List<MailboxRule> rules, List<ConnectedApp> apps,
            List<Finding> findings) {
        this(mailbox, kind, exists, failures, entries, forwards, rules, apps, findings, Optional.empty(), List.of(),
                List.of());
    }

    /** Sign-ins whose password was right: one for each address, hour and client, at most 2,000, in order of time. */
    public interface Entries {

        /** Those that came from such an address. */
        List<SignIn> from(Predicate<IpAddress> wanted);

        /** When the first came from a {@linkplain IpAddress#neighbourhood neighbourhood}; empty where none did. */
        Optional<Instant> first(String neighbourhood);

        /** As {@link #first}, of those that succeeded. */
        Optional<Instant> firstSuccess(String neighbourhood);

        static Entries of(List<SignIn> all) {
            return new Listed(List.copyOf(all));
        }
    }

    /** Entries that are all at hand. */
    private record Listed(List<SignIn> all) implements Entries {

        @Override
        public List<SignIn> from(Predicate<IpAddress> wanted) {
            return all.stream().filter(signIn -> signIn.ip().filter(wanted).isPresent()).toList();
        }

        @Override
        public Optional<Instant> first(String neighbourhood) {
            return first(neighbourhood, any -> true);
        }

        @Override
        public Optional<Instant> firstSuccess(String neighbourhood) {
            return first(neighbourhood, SignIn::succeeded);
        }

        private Optional<Instant> first(String neighbourhood, Predicate<SignIn> wanted) {
            return from(ip -> ip.neighbourhood().equals(neighbourhood)).stream().filter(wanted)
                    .flatMap(entry -> entry.time().stream()).min(Comparator.naturalOrder());
        }
    }

    /** A place outside that mail goes to, with the rule or setting that sends it. */
    public record ForwardTarget(String target, Evidence evidence) {}
}
