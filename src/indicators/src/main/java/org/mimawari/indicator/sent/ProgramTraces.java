package org.mimawari.indicator.sent;

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
import org.mimawari.indicator.habit.ClientFamilies;
import org.mimawari.indicator.outgoing.Mailing;
import org.mimawari.indicator.outgoing.MessageIdHabit;
import org.mimawari.indicator.outgoing.MessageIds;

/**
 * The traces mail programs leave in messages: their name, the host and the build of the Message-ID. Learnt in order of
 * time, from mail of at least a day before. Not safe for several threads.
 */
final class ProgramTraces {

    private static final Duration YESTERDAY = Duration.ofHours(24);
    private static final int ENOUGH = 10;
    /** A trace that is new in every fifth message tells nothing. */
    private static final double MOST_KINDS = 0.2;
    private static final int TRACES_ASKED = 2;

    private final ClientFamilies families;
    private final Trace client = new Trace();
    private final Trace host = new Trace();
    private final Trace build = new Trace();

    ProgramTraces(ClientFamilies families) {
        this.families = families;
    }

    /** The traces of one message, and when it was sent. */
    private record Traces(Instant time, Optional<String> client, Optional<String> host, Optional<String> build) {}

    /** One kind of trace and how often each of its values was seen. */
    private static final class Trace {

        private final Map<String, Integer> counts = new HashMap<>();
        private int all;

        void learn(Optional<String> value) {
            value.ifPresent(each -> {
                counts.merge(each, 1, Integer::sum);
                all++;
            });
        }

        boolean isNew(Optional<String> value) {
            boolean stable = all >= ENOUGH && counts.size() <= Math.max(2, MOST_KINDS * all);
            return stable && value.filter(each -> !counts.containsKey(each)).isPresent();
        }
    }

    /** The messages that bear at least two traces never seen before, in order of time. */
    List<Mailing> unlikeBefore(List<Mailing> mailings) {
        // Two new traces of three: one of them at least is a new client or a new host.
        if (isSteady(mailings)) {
            return List.of();
        }
        List<Mailing> odd = new ArrayList<>();
        Deque<Traces> recent = new ArrayDeque<>();
        for (Mailing mailing : mailings) {
            Instant yesterday = mailing.time().minus(YESTERDAY);
            while (!recent.isEmpty() && recent.peekFirst().time().isBefore(yesterday)) {
                learn(recent.removeFirst());
            }
            Traces traces = traces(mailing);
            recent.addLast(traces);
            if (newOnes(traces) >= TRACES_ASKED) {
                odd.add(mailing);
            }
        }
        return odd;
    }

    /** What is not told counts as a value of its own: that only makes it look less steady. */
    private boolean isSteady(List<Mailing> mailings) {
        Set<String> clients = new HashSet<>();
        Set<String> hosts = new HashSet<>();
        for (Mailing mailing : mailings) {
            clients.add(family(mailing.message()).orElse(""));
            hosts.add(host(mailing.message()).orElse(""));
            if (clients.size() > 1 || hosts.size() > 1) {
                return false;
            }
        }
        return true;
    }

    private void learn(Traces traces) {
        client.learn(traces.client());
        host.learn(traces.host());
        build.learn(traces.build());
    }

    private int newOnes(Traces traces) {
        return (client.isNew(traces.client()) ? 1 : 0) + (host.isNew(traces.host()) ? 1 : 0)
                + (build.isNew(traces.build()) ? 1 : 0);
    }

    private Traces traces(Mailing mailing) {
        SentMessage message = mailing.message();
        Optional<String> grammar = message.messageId().map(MessageIdHabit::grammar);
        return new Traces(mailing.time(), family(message), host(message),
                grammar.map(text -> text.substring(0, text.lastIndexOf('@'))));
    }

    private Optional<String> family(SentMessage message) {
        return message.client().map(families::family).filter(family -> !family.isEmpty());
    }

    private static Optional<String> host(SentMessage message) {
        return message.messageId().map(MessageIds::host).filter(text -> !text.isEmpty());
    }
}
