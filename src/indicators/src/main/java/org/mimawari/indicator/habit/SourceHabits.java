package org.mimawari.indicator.habit;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.Place;
import org.mimawari.evidence.SentMessage;
import org.mimawari.evidence.SignIn;

/**
 * From where and with what the owner of a mailbox usually comes. A source is a device id, or a client family with a
 * protocol and a network (or the neighbourhood of the address where the network is unknown). It becomes habitual when
 * it was seen on {@value #DAYS} different days before the moment asked about. A source that was not there in the first
 * {@value #DAYS} days of the evidence must moreover be {@value #PROBATION_DAYS} days old, so that an intruder who stays
 * does not become the owner. Immutable once it is learnt; safe for any thread.
 */
public final class SourceHabits {

    /** On how many days a source must have been seen before it is habitual. */
    public static final int DAYS = 3;

    private static final int PROBATION_DAYS = 14;

    private static final Seen NEVER = new Seen();
    private static final Whence NOWHERE = new Whence();

    private final ClientFamilies families;
    private final Map<String, Whence> neighbourhoods = new HashMap<>();
    private final Map<Long, Whence> networks = new HashMap<>();
    private final Map<String, Seen> devices = new HashMap<>();
    private final Seen anything = new Seen();

    private SourceHabits(ClientFamilies families) {
        this.families = families;
    }

    /** The first days something was seen on, and its first moment. */
    private static final class Seen {

        private final long[] days = new long[DAYS];
        private int count;
        private long first = Long.MAX_VALUE;

        void add(Instant when) {
            first = Math.min(first, when.getEpochSecond());
            long day = day(when);
            int at = count;
            while (at > 0 && days[at - 1] > day) {
                at--;
            }
            if (at == DAYS || at > 0 && days[at - 1] == day) {
                return;
            }
            for (int i = Math.min(count, DAYS - 1); i > at; i--) {
                days[i] = days[i - 1];
            }
            days[at] = day;
            count = Math.min(DAYS, count + 1);
        }

        long lastDay() {
            return count == 0 ? Long.MIN_VALUE : days[count - 1];
        }

        boolean isHabitual(long today, long lastOriginalDay) {
            return count == DAYS && days[DAYS - 1] < today
                    && (days[0] <= lastOriginalDay || days[0] + PROBATION_DAYS <= today);
        }
    }

    /** A neighbourhood or network, and the families of clients seen in it. */
    private static final class Whence {
        private final Seen itself = new Seen();
        private final Map<String, Seen> clients = new HashMap<>();
    }

    /** Learns from the successful sign-ins and from sent messages with a known source. */
    public static SourceHabits of(MailboxEvidence evidence) {
        return evidence.derived(SourceHabits.class, SourceHabits::learnt);
    }

    private static SourceHabits learnt(MailboxEvidence evidence) {
        SourceHabits habits = new SourceHabits(ClientFamilies.of(evidence));
        Teaching teaching = new Teaching(evidence);
        for (SignIn signIn : evidence.signIns()) {
            if (signIn.succeeded() && signIn.time().isPresent() && teaching.isAllowed(signIn.ip(), signIn.time().get())) {
                Instant when = signIn.time().get();
                habits.learn(signIn.ip(), signIn.place(), habits.family(signIn), when);
                if (hasDevice(signIn)) {
                    habits.devices.computeIfAbsent(signIn.device().get(), any -> new Seen()).add(when);
                }
            }
        }
        for (SentMessage sent : evidence.sentMessages()) {
            if (sent.ip().isPresent() && sent.time().isPresent() && teaching.isAllowed(sent.ip(), sent.time().get())) {
                habits.learn(sent.ip(), sent.place(), habits.family(sent.client()), sent.time().get());
            }
        }
        return habits;
    }

    private void learn(Optional<IpAddress> ip, Place place, String family, Instant when) {
        anything.add(when);
        if (ip.isPresent()) {
            Whence near = neighbourhoods.computeIfAbsent(ip.get().neighbourhood(), any -> new Whence());
            near.itself.add(when);
            near.clients.computeIfAbsent(family, any -> new Seen()).add(when);
        }
        if (place.network().isPresent() && !family.isEmpty()) {
            networks.computeIfAbsent(place.network().get(), any -> new Whence())
                    .clients.computeIfAbsent(family, any -> new Seen()).add(when);
        }
    }

    public boolean isHabitual(SignIn signIn) {
        if (signIn.time().isEmpty()) {
            return false;
        }
        Instant when = signIn.time().get();
        return isHabitual(signIn.ip(), signIn.place(), family(signIn), when)
                || hasDevice(signIn) && isHabitual(devices.getOrDefault(signIn.device().get(), NEVER), when);
    }

    public boolean isHabitual(SentMessage sent) {
        return sent.time().isPresent() && isHabitual(sent.ip(), sent.place(), family(sent.client()), sent.time().get());
    }

    public boolean isHabitual(Actor actor, Instant when) {
        return isHabitual(actor.ip(), actor.place(), family(actor.client()), when);
    }

    /** True where the address itself, or one beside it, was used on enough days before. */
    public boolean isHabitual(IpAddress address, Instant when) {
        return isHabitual(near(address).itself, when);
    }

    /** True where neither the address nor one beside it was seen before this moment. */
    public boolean isNew(IpAddress address, Instant when) {
        return near(address).itself.first >= when.getEpochSecond();
    }

    private boolean isHabitual(Optional<IpAddress> ip, Place place, String family, Instant when) {
        if (ip.isPresent()) {
            Whence near = near(ip.get());
            if (isHabitual(near.itself, when) || isHabitual(near.clients.getOrDefault(family, NEVER), when)) {
                return true;
            }
        }
        if (place.network().isEmpty() || family.isEmpty()) {
            return false;
        }
        Whence network = networks.getOrDefault(place.network().get(), NOWHERE);
        return isHabitual(network.clients.getOrDefault(family, NEVER), when);
    }

    private boolean isHabitual(Seen seen, Instant when) {
        return seen.isHabitual(day(when), anything.lastDay());
    }

    private Whence near(IpAddress address) {
        return neighbourhoods.getOrDefault(address.neighbourhood(), NOWHERE);
    }

    private static boolean hasDevice(SignIn signIn) {
        return signIn.device().isPresent() && !signIn.device().get().isBlank();
    }

    private String family(SignIn signIn) {
        return signIn.client().isPresent() ? families.family(signIn.protocol(), signIn.client().get()) : "";
    }

    private String family(Optional<String> client) {
        return client.isPresent() ? families.family(client.get()) : "";
    }

    private static long day(Instant when) {
        return Math.floorDiv(when.getEpochSecond(), 86_400L);
    }
}
