package org.mimawari.indicator.habit;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.mimawari.evidence.MailAccess;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.SignInTrait;

/**
 * One quick look over the sign-ins and the reading of a mailbox, shared by all indicators: which different values there
 * are, and the most that happened within an hour or a day. An indicator asks it for what must be so before a finding is
 * possible at all, and looks piece by piece only where it is. A glance says too much rather than too little: where it
 * answers no, nothing can be found; where it answers yes, there may be nothing all the same. Immutable; safe for any
 * thread; linear to take.
 */
public final class Glance {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final boolean blind;
    private final Values clients = new Values();
    private final Values apps = new Values();
    private final Values names = new Values();
    private final Values readers = new Values();
    private final Values readingApps = new Values();
    private final Set<SignIn.Protocol> protocols = EnumSet.noneOf(SignIn.Protocol.class);
    private final Set<SignInTrait> traits = EnumSet.noneOf(SignInTrait.class);
    private boolean placed;
    private long guesses;
    private long opened;

    /** The different values of one property, as long as they are few. */
    private static final class Values {

        private static final int FEW = 64;

        private final Set<String> values = new HashSet<>();
        private String last = "";
        private boolean many;

        /** A value that comes twice in a row is mostly the same text, not only an equal one. */
        @SuppressWarnings("ReferenceEquality")
        void add(String value) {
            if (value == last || many) {
                return;
            }
            last = value;
            values.add(value);
            many = values.size() > FEW;
        }

        boolean mayMatch(Predicate<String> wanted) {
            return many || values.stream().anyMatch(wanted);
        }
    }

    private Glance(boolean blind) {
        this.blind = blind;
    }

    public static Glance of(MailboxEvidence evidence) {
        return evidence.derived(Glance.class, Glance::taken);
    }

    /** A glance that rules out nothing, to compare with. */
    public static Glance blind() {
        return new Glance(true);
    }

    private static Glance taken(MailboxEvidence evidence) {
        Glance glance = new Glance(false);
        for (SignIn signIn : evidence.signIns()) {
            glance.see(signIn);
        }
        for (MailAccess access : evidence.mailAccesses()) {
            if (access.actor().client().isPresent()) {
                glance.readers.add(access.actor().client().get());
            }
            if (access.actor().appId().isPresent()) {
                glance.readingApps.add(access.actor().appId().get());
            }
        }
        glance.guesses = mostGuesses(evidence.signIns());
        glance.opened = mostOpened(evidence.mailAccesses());
        return glance;
    }

    private void see(SignIn signIn) {
        if (signIn.client().isPresent()) {
            clients.add(signIn.client().get());
        }
        if (signIn.appId().isPresent()) {
            apps.add(signIn.appId().get());
        }
        if (signIn.application().isPresent()) {
            names.add(signIn.application().get());
        }
        protocols.add(signIn.protocol());
        if (!signIn.traits().isEmpty()) {
            traits.addAll(signIn.traits());
        }
        placed |= !signIn.place().isUnknown();
    }

    /** True for the one that rules out nothing. */
    public boolean isBlind() {
        return blind;
    }

    /** False where no sign-in, of whatever end, was made with such a client. */
    public boolean mayHaveClient(Predicate<String> wanted) {
        return blind || clients.mayMatch(wanted);
    }

    /** False where no sign-in was made to an application with such an id. */
    public boolean mayHaveApp(Predicate<String> wanted) {
        return blind || apps.mayMatch(wanted);
    }

    /** False where no sign-in was made to an application with such a name. */
    public boolean mayHaveAppName(Predicate<String> wanted) {
        return blind || names.mayMatch(wanted);
    }

    /** False where no mail was read with such a client. */
    public boolean mayHaveReader(Predicate<String> wanted) {
        return blind || readers.mayMatch(wanted);
    }

    /** False where no mail was read by an application with such an id. */
    public boolean mayHaveReadingApp(Predicate<String> wanted) {
        return blind || readingApps.mayMatch(wanted);
    }

    /** False where no sign-in spoke such a protocol. */
    public boolean mayHaveProtocol(Predicate<SignIn.Protocol> wanted) {
        return blind || protocols.stream().anyMatch(wanted);
    }

    /** False where no sign-in has this trait. */
    public boolean mayHaveTrait(SignInTrait trait) {
        return blind || traits.contains(trait);
    }

    /** False where nothing is known of the place of any sign-in. */
    public boolean mayKnowPlaces() {
        return blind || placed;
    }

    /** At least as many wrong passwords as were tried within any day. */
    public long mostGuessesInADay() {
        return blind ? Long.MAX_VALUE : guesses;
    }

    /** At least as many messages as were opened, by a person or an application, within any hour. */
    public long mostOpenedInAnHour() {
        return blind ? Long.MAX_VALUE : opened;
    }

    private static long mostGuesses(List<SignIn> signIns) {
        Most most = new Most(DAY);
        for (SignIn signIn : signIns) {
            if (signIn.wrongPassword() && signIn.time().isPresent()) {
                most.add(signIn.time().get(), signIn.attempts());
            }
        }
        return most.value();
    }

    private static long mostOpened(List<MailAccess> accesses) {
        Most most = new Most(HOUR);
        for (MailAccess access : accesses) {
            boolean opening = access.type() == MailAccess.Type.BIND || access.type() == MailAccess.Type.API;
            if (opening && access.time().isPresent()) {
                most.add(access.time().get(), Math.max(0, access.items()));
            }
        }
        return most.value();
    }

    /** The greatest sum within a span of time, both ends included, of amounts told in order of time. */
    private static final class Most {

        private final long span;
        private long[] seconds = new long[16];
        private long[] amounts = new long[16];
        private int first;
        private int next;
        private long sum;
        private long most;

        Most(Duration span) {
            this.span = span.toSeconds();
        }

        /** Counts by whole seconds and one more: a fraction of a second makes the sum greater, never smaller. */
        void add(Instant when, long amount) {
            makeRoom();
            seconds[next] = when.getEpochSecond();
            amounts[next] = amount;
            sum += amount;
            while (seconds[first] < seconds[next] - span - 1) {
                sum -= amounts[first++];
            }
            next++;
            most = Math.max(most, sum);
        }

        long value() {
            return most;
        }

        private void makeRoom() {
            if (next < seconds.length) {
                return;
            }
            int kept = next - first;
            long[] into = kept * 2 > seconds.length ? new long[seconds.length * 2] : seconds;
            long[] intoAmounts = kept * 2 > seconds.length ? new long[seconds.length * 2] : amounts;
            System.arraycopy(seconds, first, into, 0, kept);
            System.arraycopy(amounts, first, intoAmounts, 0, kept);
            seconds = into;
            amounts = intoAmounts;
            first = 0;
            next = kept;
        }
    }
}
