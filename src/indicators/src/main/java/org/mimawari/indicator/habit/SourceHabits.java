package org.mimawari.indicator.habit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
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
 * does not become the owner. Immutable; safe for any thread.
 */
public final class SourceHabits {

    /** On how many days a source must have been seen before it is habitual. */
    public static final int DAYS = 3;

    private static final int PROBATION_DAYS = 14;

    private final ClientFamilies families;
    private final Map<Source, List<Long>> days;
    private final Map<Source, Long> firstSeen;
    private final long lastOriginalDay;

    /** Something to know the owner by. */
    private record Source(Kind kind, String client, String where) {

        enum Kind { NEAR, CLIENT, DEVICE }

        static Source near(IpAddress address) {
            return new Source(Kind.NEAR, "", address.neighbourhood());
        }
    }

    private SourceHabits(Learnt learnt, ClientFamilies families) {
        this.families = families;
        days = new HashMap<>();
        learnt.seen.forEach((source, each) -> days.put(source, List.copyOf(each)));
        firstSeen = learnt.first;
        lastOriginalDay = learnt.anyDays.isEmpty() ? Long.MIN_VALUE : learnt.anyDays.last();
    }

    /** What is gathered while the evidence is read once. */
    private static final class Learnt {

        private final Map<Source, TreeSet<Long>> seen = new HashMap<>();
        private final Map<Source, Long> first = new HashMap<>();
        private final TreeSet<Long> anyDays = new TreeSet<>();

        void learn(List<Source> sources, Instant when) {
            long day = day(when);
            add(anyDays, day);
            for (Source source : sources) {
                first.merge(source, when.getEpochSecond(), Math::min);
                add(seen.computeIfAbsent(source, any -> new TreeSet<>()), day);
            }
        }

        /** Keeps the first days only. */
        private static void add(TreeSet<Long> days, long day) {
            if (days.size() == DAYS && day >= days.last()) {
                return;
            }
            days.add(day);
            if (days.size() > DAYS) {
                days.pollLast();
            }
        }
    }

    /** Learns from the successful sign-ins and from sent messages with a known source. */
    public static SourceHabits of(MailboxEvidence evidence) {
        return evidence.derived(SourceHabits.class, SourceHabits::learnt);
    }

    private static SourceHabits learnt(MailboxEvidence evidence) {
        ClientFamilies families = ClientFamilies.of(evidence);
        Learnt learnt = new Learnt();
        for (SignIn signIn : evidence.signIns()) {
            if (signIn.succeeded() && signIn.time().isPresent()) {
                learnt.learn(sources(signIn, families), signIn.time().get());
            }
        }
        for (SentMessage sent : evidence.sentMessages()) {
            if (sent.ip().isPresent() && sent.time().isPresent()) {
                learnt.learn(sources(sent.ip(), sent.place(), family(sent.client(), families)), sent.time().get());
            }
        }
        return new SourceHabits(learnt, families);
    }

    public boolean isHabitual(SignIn signIn) {
        return signIn.time().filter(when -> anyHabitual(sources(signIn, families), when)).isPresent();
    }

    public boolean isHabitual(SentMessage sent) {
        return sent.time().filter(when -> anyHabitual(sources(sent.ip(), sent.place(),
                family(sent.client(), families)), when)).isPresent();
    }

    public boolean isHabitual(Actor actor, Instant when) {
        return anyHabitual(sources(actor.ip(), actor.place(), family(actor.client(), families)), when);
    }

    /** True where the address itself, or one beside it, was used on enough days before. */
    public boolean isHabitual(IpAddress address, Instant when) {
        return isHabitual(Source.near(address), day(when));
    }

    /** True where neither the address nor one beside it was seen before this moment. */
    public boolean isNew(IpAddress address, Instant when) {
        Long first = firstSeen.get(Source.near(address));
        return first == null || first >= when.getEpochSecond();
    }

    private boolean anyHabitual(List<Source> sources, Instant when) {
        long today = day(when);
        for (Source source : sources) {
            if (isHabitual(source, today)) {
                return true;
            }
        }
        return false;
    }

    private boolean isHabitual(Source source, long today) {
        List<Long> on = days.getOrDefault(source, List.of());
        return on.size() >= DAYS && on.get(DAYS - 1) < today
                && (on.get(0) <= lastOriginalDay || on.get(0) + PROBATION_DAYS <= today);
    }

    private static List<Source> sources(SignIn signIn, ClientFamilies families) {
        String family = signIn.client().map(client -> families.family(signIn.protocol(), client)).orElse("");
        List<Source> sources = sources(signIn.ip(), signIn.place(), family);
        signIn.device().filter(device -> !device.isBlank())
                .ifPresent(device -> sources.add(new Source(Source.Kind.DEVICE, "", device)));
        return sources;
    }

    private static List<Source> sources(Optional<IpAddress> ip, Place place, String family) {
        List<Source> sources = new ArrayList<>(4);
        ip.ifPresent(address -> {
            sources.add(Source.near(address));
            sources.add(new Source(Source.Kind.CLIENT, family, address.neighbourhood()));
        });
        place.network().filter(network -> !family.isEmpty())
                .ifPresent(network -> sources.add(new Source(Source.Kind.CLIENT, family, "AS" + network)));
        return sources;
    }

    private static String family(Optional<String> client, ClientFamilies families) {
        return client.map(families::family).orElse("");
    }

    private static long day(Instant when) {
        return Math.floorDiv(when.getEpochSecond(), 86_400L);
    }
}
