package org.mimawari.indicator.outgoing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.mimawari.evidence.MessageContent;
import org.mimawari.evidence.Place;
import org.mimawari.evidence.SentMessage;
import org.mimawari.evidence.SentMessage.Route;

/**
 * The records of one message while it is being put together. At most {@value #MOST} records are kept of one message.
 */
final class JoinedRecords {

    private static final int MOST = 10_000;
    /** Whose word on time, submission and delivery counts most. */
    private static final List<Route> TRUSTED = List.of(Route.SERVER_LOG, Route.MESSAGE_TRACE, Route.AUDIT_LOG,
            Route.SENT_FOLDER);
    private static final Map<Route, Set<Route>> ALONE = TRUSTED.stream()
            .collect(Collectors.toUnmodifiableMap(route -> route, Set::of));
    private static final Comparator<SentMessage> BY_TRUST = Comparator
            .comparingInt((SentMessage record) -> TRUSTED.indexOf(record.route()))
            .thenComparing(record -> record.time().orElse(Instant.MIN))
            .thenComparing(SentMessage::ref);

    private final Instant first;
    private Instant last;
    private Set<Route> routes = Set.of();
    private final List<SentMessage> records = new ArrayList<>(1);
    private Set<String> to = Set.of();

    JoinedRecords(Instant first) {
        this.first = first;
        this.last = first;
    }

    void add(SentMessage record, Instant time) {
        last = time.isAfter(last) ? time : last;
        if (!routes.contains(record.route())) {
            routes = with(routes, record.route());
        }
        if (records.size() < MOST) {
            records.add(record);
            addRecipients(record.to());
        }
    }

    /** Most messages have one route only, and the sets of one are made once. */
    private static Set<Route> with(Set<Route> some, Route one) {
        if (some.isEmpty()) {
            return ALONE.getOrDefault(one, Set.of(one));
        }
        Set<Route> all = EnumSet.copyOf(some);
        all.add(one);
        return Collections.unmodifiableSet(all);
    }

    private void addRecipients(List<String> recipients) {
        if (!recipients.isEmpty()) {
            to = to.isEmpty() ? new HashSet<>() : to;
            to.addAll(recipients);
        }
    }

    Instant first() {
        return first;
    }

    Instant last() {
        return last;
    }

    Set<Route> routes() {
        return routes;
    }

    boolean hasId() {
        return records.stream().anyMatch(record -> record.messageId().isPresent());
    }

    /** True also where neither names any. */
    boolean sharesRecipient(SentMessage record) {
        return to.isEmpty() && record.to().isEmpty() || record.to().stream().anyMatch(to::contains);
    }

    /** What all records together say, with the origin of the most trustworthy one. */
    SentMessage together() {
        return records.size() == 1 ? records.get(0) : merged();
    }

    private SentMessage merged() {
        List<SentMessage> trusted = records.stream().sorted(BY_TRUST).toList();
        List<SentMessage> written = trusted.stream()
                .sorted(Comparator.comparing(record -> record.route() != Route.SENT_FOLDER)).toList();
        SentMessage best = trusted.get(0);
        Set<String> everybody = new LinkedHashSet<>();
        written.forEach(record -> everybody.addAll(record.to()));
        int recipients = Math.max(everybody.size(), records.stream().mapToInt(SentMessage::recipients).max().orElse(1));
        Optional<SentMessage> submitted = trusted.stream().filter(record -> record.ip().isPresent()).findFirst();
        return new SentMessage(best.origin(), best.route(), first(trusted, SentMessage::messageId),
                first(written, SentMessage::subject), first(written, SentMessage::from),
                first(trusted, SentMessage::envelopeFrom), first(written, SentMessage::replyTo), recipients,
                List.copyOf(everybody), most(SentMessage::hidden), Math.min(recipients, most(SentMessage::bounced)),
                Math.min(recipients, most(SentMessage::deferred)), submitted.flatMap(SentMessage::ip),
                submitted.map(SentMessage::place).orElse(Place.UNKNOWN), first(written, SentMessage::client),
                first(written, SentMessage::inReplyTo), records.stream().mapToLong(SentMessage::size).max().orElse(0),
                this.<MessageContent>first(written, SentMessage::content));
    }

    private <T> Optional<T> first(List<SentMessage> among, Function<SentMessage, Optional<T>> field) {
        return among.stream().map(field).flatMap(Optional::stream).findFirst();
    }

    /** The most that one route counts, where each of its records counts for itself. */
    private int most(ToIntFunction<SentMessage> count) {
        Map<Route, Integer> sums = new EnumMap<>(Route.class);
        records.forEach(record -> sums.merge(record.route(), count.applyAsInt(record), Integer::sum));
        return sums.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}
