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
    private static final int MOST_CLIENTS = 1_000;

    private final Map<String, List<Long>> days;
    private final Map<String, Long> firstSeen;
    private final long lastOriginalDay;

    private SourceHabits(Learnt learnt) {
        days = new HashMap<>();
        learnt.seen.forEach((key, each) -> days.put(key, List.copyOf(each)));
        firstSeen = learnt.first;
        lastOriginalDay = learnt.anyDays.isEmpty() ? Long.MIN_VALUE : learnt.anyDays.last();
    }

    /** What is gathered while the evidence is read once. */
    private static final class Learnt {

        private final Map<String, TreeSet<Long>> seen = new HashMap<>();
        private final Map<String, Long> first = new HashMap<>();
        private final TreeSet<Long> anyDays = new TreeSet<>();
        private final Map<String, String> families = new HashMap<>();

        void learn(List<String> keys, Instant when) {
            add(anyDays, day(when));
            for (String key : keys) {
                first.merge(key, when.getEpochSecond(), Math::min);
                add(seen.computeIfAbsent(key, any -> new TreeSet<>()), day(when));
            }
        }

        /** The family of a client, found once for each writing of it. */
        String family(String client) {
            String known = families.get(client);
            if (known != null) {
                return known;
            }
            String family = ClientFamily.of(client);
            if (families.size() < MOST_CLIENTS) {
                families.put(client, family);
            }
            return family;
        }

        private static void add(TreeSet<Long> days, long day) {
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
        Learnt learnt = new Learnt();
        for (SignIn signIn : evidence.signIns()) {
            if (signIn.succeeded() && signIn.time().isPresent()) {
                learnt.learn(keys(signIn, signIn.client().map(client -> learnt.family(spoken(signIn, client)))),
                        signIn.time().get());
            }
        }
        for (SentMessage sent : evidence.sentMessages()) {
            if (sent.ip().isPresent() && sent.time().isPresent()) {
                learnt.learn(keys(sent.ip(), sent.place(), sent.client().map(learnt::family)), sent.time().get());
            }
        }
        return new SourceHabits(learnt);
    }

    public boolean isHabitual(SignIn signIn) {
        Optional<String> family = signIn.client().map(client -> ClientFamily.of(spoken(signIn, client)));
        return signIn.time().filter(when -> anyHabitual(keys(signIn, family), when)).isPresent();
    }

    public boolean isHabitual(SentMessage sent) {
        return sent.time().filter(when -> anyHabitual(keys(sent.ip(), sent.place(),
                sent.client().map(ClientFamily::of)), when)).isPresent();
    }

    public boolean isHabitual(Actor actor, Instant when) {
        return anyHabitual(keys(actor.ip(), actor.place(), actor.client().map(ClientFamily::of)), when);
    }

    /** True where the address itself, or one beside it, was used on enough days before. */
    public boolean isHabitual(IpAddress address, Instant when) {
        return anyHabitual(List.of("near|" + address.neighbourhood()), when);
    }

    /** True where neither the address nor one beside it was seen before this moment. */
    public boolean isNew(IpAddress address, Instant when) {
        Long first = firstSeen.get("near|" + address.neighbourhood());
        return first == null || first >= when.getEpochSecond();
    }

    private boolean anyHabitual(List<String> keys, Instant when) {
        long today = day(when);
        return keys.stream().anyMatch(key -> {
            List<Long> on = days.getOrDefault(key, List.of());
            return on.size() >= DAYS && on.get(DAYS - 1) < today
                    && (on.get(0) <= lastOriginalDay || on.get(0) + PROBATION_DAYS <= today);
        });
    }

    private static List<String> keys(SignIn signIn, Optional<String> family) {
        List<String> keys = new ArrayList<>(keys(signIn.ip(), signIn.place(), family));
        signIn.device().filter(device -> !device.isBlank()).ifPresent(device -> keys.add("device|" + device));
        return keys;
    }

    private static List<String> keys(Optional<IpAddress> ip, Place place, Optional<String> client) {
        List<String> keys = new ArrayList<>();
        String family = client.orElse("");
        ip.ifPresent(address -> {
            keys.add("near|" + address.neighbourhood());
            keys.add("client|" + family + "|" + address.neighbourhood());
        });
        place.network().filter(network -> !family.isEmpty())
                .ifPresent(network -> keys.add("client|" + family + "|AS" + network));
        return keys;
    }

    private static String spoken(SignIn signIn, String client) {
        return signIn.protocol() + " " + client;
    }

    private static long day(Instant when) {
        return Math.floorDiv(when.getEpochSecond(), 86_400L);
    }
}
