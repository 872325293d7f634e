package org.mimawari.connector.google.collect;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mimawari.connector.export.tree.Tree;
import org.mimawari.connector.google.api.Call;
import org.mimawari.connector.google.api.Json;
import org.mimawari.live.Reason;
import org.mimawari.live.ServiceException;

/**
 * Reads sent messages of one user, each of which is asked for by itself. They are kept a few at a time, so that a round
 * that was killed asks for these few again at most.
 */
final class SentMessages {

    private static final int FEW = 25;

    private final Round round;
    private final SentMetadata metadata;
    private final String source;
    private final Function<String, Call> calls;
    private boolean isOldEnough;
    private long fresh;

    /** @param calls what to ask for the message of an id */
    SentMessages(Round round, SentMetadata metadata, String source, Function<String, Call> calls) {
        this.round = round;
        this.metadata = metadata;
        this.source = source;
        this.calls = calls;
    }

    /** How many were new. */
    long fresh() {
        return fresh;
    }

    /** True where one was older than what is wanted; those that follow are older still. */
    boolean isOldEnough() {
        return isOldEnough;
    }

    /** Hands over the messages, in this order, until one is older than that. */
    void read(List<String> ids, Instant since) throws ServiceException, InterruptedException {
        for (int from = 0; from < ids.size() && !isOldEnough; from += FEW) {
            few(ids.subList(from, Math.min(ids.size(), from + FEW)), since);
        }
    }

    private void few(List<String> ids, Instant since) throws ServiceException, InterruptedException {
        String name = source + " " + String.join(" ", ids);
        List<byte[]> bodies = round.store().find(name, 0).map(SentMessages::apart).orElse(List.of());
        Optional<ServiceException> failure = Optional.empty();
        if (bodies.isEmpty()) {
            bodies = new ArrayList<>();
            failure = fetch(ids, since, bodies);
            if (failure.isEmpty()) {
                round.store().keep(name, 0, together(bodies));
            }
        }
        bodies.forEach(body -> deliver(Json.object(body), since));
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    /** Says why not all of them could be read; one that was deleted between list and reading is none. */
    private Optional<ServiceException> fetch(List<String> ids, Instant since, List<byte[]> bodies)
            throws InterruptedException {
        for (String id : ids) {
            try {
                byte[] body = round.client().get(calls.apply(id));
                bodies.add(body);
                if (isBefore(Json.object(body), since)) {
                    return Optional.empty();
                }
            } catch (ServiceException e) {
                if (e.reason() != Reason.OBJECT_GONE) {
                    return Optional.of(e);
                }
            }
        }
        return Optional.empty();
    }

    private boolean isBefore(Tree message, Instant since) {
        return metadata.time(message).filter(time -> time.isBefore(since)).isPresent();
    }

    private void deliver(Tree message, Instant since) {
        if (isBefore(message, since)) {
            isOldEnough = true;
        } else {
            round.reading().sink().inTurn(() -> fresh += metadata.take(message, round.reading().sink()) ? 1 : 0);
        }
    }

    private static byte[] together(List<byte[]> bodies) {
        int length = bodies.stream().mapToInt(body -> Integer.BYTES + body.length).sum();
        ByteBuffer all = ByteBuffer.allocate(length);
        bodies.forEach(body -> all.putInt(body.length).put(body));
        return all.array();
    }

    /** Nothing where they are not what was put together. */
    private static List<byte[]> apart(byte[] together) {
        ByteBuffer all = ByteBuffer.wrap(together);
        List<byte[]> bodies = new ArrayList<>();
        try {
            while (all.hasRemaining()) {
                int length = all.getInt();
                if (length < 0 || length > all.remaining()) {
                    return List.of();
                }
                byte[] body = new byte[length];
                all.get(body);
                bodies.add(body);
            }
            return bodies;
        } catch (BufferUnderflowException e) {
            return List.of();
        }
    }
}
