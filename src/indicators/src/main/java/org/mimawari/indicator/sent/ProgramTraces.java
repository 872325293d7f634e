package org.mimawari.indicator.sent;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mimawari.evidence.SentMessage;
import org.mimawari.indicator.habit.ClientFamily;
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

    private final Trace client = new Trace();
    private final Trace host = new Trace();
    private final Trace build = new Trace();

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
        List<Mailing> odd = new ArrayList<>();
        int learnt = 0;
        for (Mailing mailing : mailings) {
            Instant yesterday = mailing.time().minus(YESTERDAY);
            while (mailings.get(learnt).time().isBefore(yesterday)) {
                learn(mailings.get(learnt++).message());
            }
            if (newTraces(mailing.message()) >= TRACES_ASKED) {
                odd.add(mailing);
            }
        }
        return odd;
    }

    private void learn(SentMessage message) {
        client.learn(client(message));
        host.learn(host(message));
        build.learn(build(message));
    }

    private int newTraces(SentMessage message) {
        return (client.isNew(client(message)) ? 1 : 0) + (host.isNew(host(message)) ? 1 : 0)
                + (build.isNew(build(message)) ? 1 : 0);
    }

    private static Optional<String> client(SentMessage message) {
        return message.client().map(ClientFamily::of).filter(family -> !family.isEmpty());
    }

    private static Optional<String> host(SentMessage message) {
        return message.messageId().map(MessageIds::host).filter(text -> !text.isEmpty());
    }

    private static Optional<String> build(SentMessage message) {
        return message.messageId().map(MessageIdHabit::grammar).map(text -> text.substring(0, text.lastIndexOf('@')));
    }
}
