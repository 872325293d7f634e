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
 * it was seen on {@value #DAYS} different days before the moment asked about, so that an intruder who stays does not
 * become the owner within a day or two. Immutable; safe for any thread.
 */
public final class SourceHabits {

    /** On how many days a source must have been seen before it is habitual. */
    public static final int DAYS = 3;

    private final Map<String, List<Long>> days;
    private final Map<String, Long> firstSeen;

    private SourceHabits(Map<String, List<Long>> days, Map<String, Long> firstSeen) {
        this.days = days;
        this.firstSeen = firstSeen;
    }

    /** Learns from the successful sign-ins and from sent messages with a known source. */
    public static SourceHabits of(MailboxEvidence evidence) {
        Map<String, TreeSet<Long>> seen = new HashMap<>();
        Map<String, Long> first = new HashMap<>();
        for (SignIn signIn : evidence.signIns()) {
            if (signIn.succeeded() && signIn.time().isPresent()) {
                learn(seen, first, keys(signIn), signIn.time().get());
            }
        }
        for (SentMessage sent : evidence.sentMessages()) {
            if (sent.ip().isPresent() && sent.time().isPresent()) {
                learn(seen, first, keys(sent.ip(), sent.place(), sent.client()), sent.time().get());
            }
        }
        Map<String, List<Long>> days = new HashMap<>();
        seen.forEach((key, each) -> days.put(key, List.copyOf(each)));
        return new SourceHabits(days, first);
    }

    public boolean isHabitual(SignIn signIn) {
        return signIn.time().filter(when -> anyHabitual(keys(signIn), when)).isPresent();
    }

    public boolean isHabitual(SentMessage sent) {
        return sent.time().filter(when -> anyHabitual(keys(sent.ip(), sent.place(), sent.client()), when)).isPresent();
    }

    public boolean isHabitual(Actor actor, Instant when) {
        return anyHabitual(keys(actor.ip(), actor.place(), actor.client()), when);
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
            return on.size() >= DAYS && on.get(DAYS - 1) < today;
        });
    }

    private static void learn(Map<String, TreeSet<Long>> seen, Map<String, Long> first, List<String> keys, Instant when) {
        for (String key : keys) {
            first.merge(key, when.getEpochSecond(), Math::min);
            TreeSet<Long> on = seen.computeIfAbsent(key, any -> new TreeSet<>());
            on.add(day(when));
            if (on.size() > DAYS) {
                on.pollLast();
            }
        }
    }

    private static List<String> keys(SignIn signIn) {
        List<String> keys = new ArrayList<>(keys(signIn.ip(), signIn.place(),
                signIn.client().map(client -> signIn.protocol() + " " + client)));
        signIn.device().filter(device -> !device.isBlank()).ifPresent(device -> keys.add("device|" + device));
        return keys;
    }

    private static List<String> keys(Optional<IpAddress> ip, Place place, Optional<String> client) {
        List<String> keys = new ArrayList<>();
        String family = client.map(ClientFamily::of).orElse("");
        ip.ifPresent(address -> {
            keys.add("near|" + address.neighbourhood());
            keys.add("client|" + family + "|" + address.neighbourhood());
        });
        place.network().filter(network -> !family.isEmpty())
                .ifPresent(network -> keys.add("client|" + family + "|AS" + network));
        return keys;
    }

    private static long day(Instant when) {
        return Math.floorDiv(when.getEpochSecond(), 86_400L);
    }
}
