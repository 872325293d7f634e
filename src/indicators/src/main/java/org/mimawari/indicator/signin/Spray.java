package org.mimawari.indicator.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.SignIn;
import org.mimawari.indicator.MailboxDigest;
import org.mimawari.indicator.network.AutomationAgents;

/**
 * One source that tries many accounts. A source is the neighbourhood of an address, or an attack tool's name where
 * each try comes from another address. It is no spray where at least half as many got in as failed, or where several
 * accounts had been coming from there before: that is an office with an expired password policy.
 *
 * @param key the neighbourhood or the tool
 * @param failures the tries, in order of time
 */
record Spray(String key, List<SignIn> failures, Set<String> mailboxes, Instant from, Instant to) {

    static final Duration WITHIN = Duration.ofMinutes(20);
    static final Duration SLOWLY = Duration.ofHours(24);
    private static final Duration BEFORE = Duration.ofHours(24);
    private static final int SLOW_FACTOR = 2;
    private static final int MOST = 50;

    /** The sources that failed for at least so many accounts within 20 minutes, or twice as many within a day. */
    static List<Spray> all(List<MailboxDigest> mailboxes, int accounts) {
        Map<String, List<Attempt>> suspects = bySource(Attempt.failures(mailboxes));
        suspects.values().removeIf(failures -> mostAtOnce(failures, WITHIN) < accounts
                && mostAtOnce(failures, SLOWLY) < accounts * SLOW_FACTOR);
        suspects.entrySet().removeIf(each -> isPlainlyOffice(each.getKey(), each.getValue(), mailboxes));
        Map<String, List<Attempt>> entries = byNeighbourhood(Attempt.entries(mailboxes,
                ip -> suspects.containsKey(ip.neighbourhood())));
        List<Spray> sprays = new ArrayList<>();
        suspects.forEach((key, failures) -> {
            if (sprays.size() < MOST) {
                spray(key, failures, entries.getOrDefault(key, List.of())).ifPresent(sprays::add);
            }
        });
        return sprays;
    }

    /** An office that shows already by when each account first came from there, without looking at all they did since. */
    private static boolean isPlainlyOffice(String key, List<Attempt> failures, List<MailboxDigest> mailboxes) {
        Instant from = failures.get(0).when().minus(BEFORE);
        Instant to = failures.get(failures.size() - 1).when().plus(BEFORE);
        long before = mailboxes.stream().filter(digest -> digest.mailbox().isPresent())
                .filter(digest -> digest.entries().first(key).filter(from::isAfter).isPresent()).limit(2).count();
        long entered = mailboxes.stream().filter(digest -> digest.mailbox().isPresent()).filter(digest -> digest.entries()
                .firstSuccess(key).filter(time -> !time.isBefore(from) && !time.isAfter(to)).isPresent()).count();
        return before > 1 || 2 * entered >= failures.stream().map(Attempt::mailbox).distinct().count();
    }

    static Map<String, List<Attempt>> byNeighbourhood(List<Attempt> attempts) {
        Map<String, List<Attempt>> groups = new TreeMap<>();
        attempts.forEach(each -> groups.computeIfAbsent(each.ip().neighbourhood(), any -> new ArrayList<>()).add(each));
        return groups;
    }

    private static Map<String, List<Attempt>> bySource(List<Attempt> failures) {
        AutomationAgents agents = AutomationAgents.packaged();
        Map<String, List<Attempt>> groups = byNeighbourhood(failures);
        Map<String, List<Attempt>> tools = new TreeMap<>();
        for (Attempt failure : failures) {
            failure.signIn().client().filter(agents::matches).filter(client -> client.length() <= 60)
                    .ifPresent(client -> tools.computeIfAbsent(client, any -> new ArrayList<>()).add(failure));
        }
        tools.entrySet().removeIf(tool -> tool.getValue().stream().map(each -> each.ip().neighbourhood()).distinct()
                .count() < 2);
        groups.putAll(tools);
        return groups;
    }

    private static Optional<Spray> spray(String key, List<Attempt> failures, List<Attempt> entries) {
        Instant from = failures.get(0).when();
        Instant to = failures.get(failures.size() - 1).when();
        Set<String> failed = new TreeSet<>();
        failures.forEach(failure -> failed.add(failure.mailbox()));
        Set<String> entered = new HashSet<>();
        Set<String> before = new HashSet<>();
        for (Attempt entry : entries) {
            if (entry.when().isBefore(from.minus(BEFORE))) {
                before.add(entry.mailbox());
            } else if (!entry.when().isAfter(to.plus(BEFORE)) && entry.signIn().succeeded()) {
                entered.add(entry.mailbox());
            }
        }
        boolean isOffice = before.size() > 1 || 2 * entered.size() >= failed.size()
                || failures.get(0).ip().isLocal();
        return isOffice ? Optional.empty()
                : Optional.of(new Spray(key, failures.stream().map(Attempt::signIn).toList(), failed, from, to));
    }

    /** The most accounts that failed within the span, as a sliding window. */
    private static int mostAtOnce(List<Attempt> failures, Duration span) {
        Deque<Attempt> window = new ArrayDeque<>();
        Map<String, Integer> accounts = new HashMap<>();
        int most = 0;
        for (Attempt failure : failures) {
            while (!window.isEmpty() && window.peekFirst().when().isBefore(failure.when().minus(span))) {
                accounts.merge(window.removeFirst().mailbox(), -1, (a, b) -> a + b == 0 ? null : a + b);
            }
            window.addLast(failure);
            accounts.merge(failure.mailbox(), 1, Integer::sum);
            most = Math.max(most, accounts.size());
        }
        return most;
    }

    Optional<IpAddress> firstAddress() {
        return failures.stream().flatMap(signIn -> signIn.ip().stream()).findFirst();
    }
}
