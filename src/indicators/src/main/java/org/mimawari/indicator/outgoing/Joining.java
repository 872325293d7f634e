package org.mimawari.indicator.outgoing;

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
import org.mimawari.evidence.SentMessage;

/**
 * Joins the records that show the same message: by Message-ID, or where a source has none, by subject or recipient
 * within two minutes. A message trace has one row for each recipient, a filtering server logs a message twice, a spam
 * tool writes one id into thousands of messages: so rows of one route are one message only at the same moment or to the
 * same recipient. Linear in the records.
 */
final class Joining {

    private static final Duration SAME_MESSAGE = Duration.ofHours(24);
    private static final Duration SAME_PASSAGE = Duration.ofMinutes(15);
    private static final Duration SAME_MOMENT = Duration.ofSeconds(5);
    private static final Duration NEAR = Duration.ofMinutes(2);
    private static final int LOOKED_AT = 8;

    private final boolean byLikeness;
    private final List<JoinedRecords> all = new ArrayList<>();
    private final Map<String, JoinedRecords> byId = new HashMap<>();
    private final Map<String, Deque<JoinedRecords>> alike = new HashMap<>();

    private Joining(boolean byLikeness) {
        this.byLikeness = byLikeness;
    }

    /** The messages behind these records, which must be in order of time; records without a time are left out. */
    static List<JoinedRecords> join(List<SentMessage> records) {
        Set<SentMessage.Route> routes = new HashSet<>();
        boolean someWithoutId = false;
        for (SentMessage record : records) {
            routes.add(record.route());
            someWithoutId |= record.messageId().isEmpty();
        }
        Joining joining = new Joining(someWithoutId && routes.size() > 1);
        for (SentMessage record : records) {
            if (record.time().isPresent()) {
                joining.add(record, record.time().get());
            }
        }
        return joining.all;
    }

    private void add(SentMessage record, Instant time) {
        Optional<String> id = record.messageId().map(MessageIds::normalised);
        Optional<JoinedRecords> same = id.isPresent() ? findSame(id.get(), record, time) : Optional.empty();
        if (same.isEmpty() && byLikeness) {
            same = findAlike(record, time);
        }
        JoinedRecords known = same.isPresent() ? same.get() : opened(record, time);
        known.add(record, time);
        if (id.isPresent()) {
            byId.put(id.get(), known);
        }
    }

    private Optional<JoinedRecords> findSame(String id, SentMessage record, Instant time) {
        Optional<JoinedRecords> known = Optional.ofNullable(byId.get(id));
        return known.isPresent() && isSame(known.get(), record, time) ? known : Optional.empty();
    }

    private JoinedRecords opened(SentMessage record, Instant time) {
        JoinedRecords group = new JoinedRecords(time);
        all.add(group);
        if (byLikeness) {
            likenesses(record).forEach(key -> alike.computeIfAbsent(key, any -> new ArrayDeque<>()).add(group));
        }
        return group;
    }

    private static boolean isSame(JoinedRecords group, SentMessage record, Instant time) {
        if (!group.routes().contains(record.route())) {
            return within(group.first(), time, SAME_MESSAGE);
        }
        return within(group.last(), time, SAME_MOMENT)
                || within(group.first(), time, SAME_PASSAGE) && group.sharesRecipient(record);
    }

    private Optional<JoinedRecords> findAlike(SentMessage record, Instant time) {
        for (String key : likenesses(record)) {
            Deque<JoinedRecords> candidates = alike.getOrDefault(key, new ArrayDeque<>());
            while (!candidates.isEmpty() && !within(candidates.peekFirst().last(), time, NEAR)) {
                candidates.removeFirst();
            }
            Optional<JoinedRecords> match = candidates.stream().limit(LOOKED_AT)
                    .filter(group -> !group.routes().contains(record.route()))
                    .filter(group -> record.messageId().isEmpty() || !group.hasId()).findFirst();
            if (match.isPresent()) {
                candidates.removeFirstOccurrence(match.get());
                return match;
            }
        }
        return Optional.empty();
    }

    private static List<String> likenesses(SentMessage record) {
        List<String> keys = new ArrayList<>(2);
        record.subject().filter(subject -> !subject.isBlank()).ifPresent(subject -> keys.add("subject " + subject));
        record.to().stream().sorted().findFirst()
                .ifPresent(first -> keys.add("to " + first + " and " + record.recipients()));
        return keys;
    }

    private static boolean within(Instant one, Instant other, Duration span) {
        return Duration.between(one, other).abs().compareTo(span) <= 0;
    }
}
