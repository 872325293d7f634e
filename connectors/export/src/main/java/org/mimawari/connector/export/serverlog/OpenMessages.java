package org.mimawari.connector.export.serverlog;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.mimawari.connector.export.serverlog.OpenMessage.Entrance;

/**
 * Joins the lines of each message by host and queue id, which are used again within minutes: a message is closed by
 * {@code removed} or {@code Completed}, or when its id is given to a new one. A message that comes back from a content
 * filter, or that a Sieve script sends on, has a new queue id and the same Message-ID; it is kept with its parent. At
 * most {@value #MOST} messages and {@value #MOST_RECIPIENTS} recipients are held; beyond that the oldest is closed
 * early.
 */
final class OpenMessages {

    private static final int MOST = 20_000;
    private static final int MOST_RECIPIENTS = 60_000;
    private static final int MOST_IDS = 8_192;

    private final Consumer<OpenMessage> settled;
    private final LinkedHashMap<Long, OpenMessage> open = new LinkedHashMap<>(16, 0.75f, true);
    private final LinkedHashMap<String, OpenMessage> byMessageId = new LinkedHashMap<>();
    private int recipients;

    /** @param settled takes each message once all about it was read */
    OpenMessages(Consumer<OpenMessage> settled) {
        this.settled = settled;
    }

    /** Begins a message; one that still has the id is closed. */
    OpenMessage begin(long key, LogPoint point) {
        OpenMessage before = open.remove(key);
        if (before != null) {
            close(before);
        }
        return add(key, point);
    }

    /** The message with this id, begun here where its beginning is not in the log. */
    OpenMessage get(long key, LogPoint point) {
        OpenMessage message = open.get(key);
        return message == null ? add(key, point) : message;
    }

    Optional<OpenMessage> find(long key) {
        return Optional.ofNullable(open.get(key));
    }

    /** Remembers the Message-ID, and finds the message that this one continues. */
    void identify(OpenMessage message, String messageId) {
        if (messageId.isBlank() || message.messageId.isPresent()) {
            return;
        }
        message.messageId = Optional.of(messageId);
        OpenMessage first = byMessageId.get(messageId);
        boolean mayContinue = message.entrance == Entrance.OWN_HOST && message.parent.isEmpty();
        if (first != null && first != message && mayContinue) {
            first.adopt(message);
        } else {
            byMessageId.put(messageId, message);
            trimIds();
        }
    }

    void deliver(OpenMessage message, String recipient, OpenMessage.Delivery delivery) {
        if (message.deliver(recipient, delivery)) {
            recipients++;
        }
        while (recipients > MOST_RECIPIENTS && evictEldest()) {
            continue;
        }
    }

    void close(long key) {
        OpenMessage message = open.remove(key);
        if (message != null) {
            close(message);
        }
    }

    void finish() {
        List.copyOf(open.values()).forEach(this::close);
        open.clear();
        byMessageId.clear();
    }

    private OpenMessage add(long key, LogPoint point) {
        OpenMessage message = new OpenMessage(point);
        open.put(key, message);
        if (open.size() > MOST) {
            evictEldest();
        }
        return message;
    }

    private boolean evictEldest() {
        Iterator<Map.Entry<Long, OpenMessage>> eldest = open.entrySet().iterator();
        if (!eldest.hasNext()) {
            return false;
        }
        OpenMessage message = eldest.next().getValue();
        eldest.remove();
        close(message);
        return true;
    }

    private void close(OpenMessage message) {
        message.closed = true;
        recipients -= message.deliveries().size();
        message.parent.ifPresent(parent -> parent.openChildren--);
        settleIfDone(message);
        message.parent.filter(parent -> parent.closed).ifPresent(this::settleIfDone);
    }

    private void settleIfDone(OpenMessage message) {
        if (message.openChildren == 0) {
            settled.accept(message);
        }
    }

    private void trimIds() {
        if (byMessageId.size() > MOST_IDS) {
            Iterator<String> eldest = byMessageId.keySet().iterator();
            eldest.next();
            eldest.remove();
        }
    }
}
