package org.mimawari.connector.export.serverlog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mimawari.evidence.IpAddress;

/** A message in a server's queue, as far as its lines have been read. */
final class OpenMessage {

    /** Who brought the message to the server. */
    enum Entrance {
        /** A user who authenticated. */
        AUTHENTICATED,
        /** A program on the server itself or in its own network. */
        OWN_HOST,
        /** Somebody outside, or not seen. */
        OUTSIDE
    }

    /** What became of one recipient. */
    enum Fate { SENT, BOUNCED, DEFERRED }

    /** One recipient's last delivery line. */
    record Delivery(Fate fate, String status, boolean local) {}

    static final int MOST_RECIPIENTS = 1_000;
    private static final int MOST_CHILDREN = 16;

    final LogPoint submitted;
    Entrance entrance = Entrance.OUTSIDE;
    String user = "";
    Optional<IpAddress> ip = Optional.empty();
    String envelopeFrom = "";
    Optional<String> messageId = Optional.empty();
    Optional<String> subject = Optional.empty();
    Optional<String> helo = Optional.empty();
    Optional<String> mailer = Optional.empty();
    long size;
    int announced;
    boolean queued;
    boolean closed;
    boolean reported;
    int openChildren;
    Optional<OpenMessage> parent = Optional.empty();
    private final Map<String, Delivery> deliveries = new LinkedHashMap<>();
    private final List<OpenMessage> children = new ArrayList<>();
    private int beyond;

    OpenMessage(LogPoint submitted) {
        this.submitted = submitted;
    }

    /** Takes a delivery; true where the recipient is new. Recipients beyond the first thousand are only counted. */
    boolean deliver(String recipient, Delivery delivery) {
        if (deliveries.size() >= MOST_RECIPIENTS && !deliveries.containsKey(recipient)) {
            beyond += delivery.fate() == Fate.DEFERRED ? 0 : 1;
            return false;
        }
        return deliveries.put(recipient, delivery) == null;
    }

    Map<String, Delivery> deliveries() {
        return deliveries;
    }

    /** Recipients known before any delivery, as Exim's arrival line lists them. */
    void expect(int recipients) {
        announced = Math.max(announced, recipients);
    }

    int recipients() {
        return Math.max(1, Math.max(announced, deliveries.size() + beyond));
    }

    int count(Fate fate) {
        int count = 0;
        for (Delivery each : deliveries.values()) {
            count += each.fate() == fate ? 1 : 0;
        }
        return count;
    }

    /** The queue gave up on everybody it could not reach yet. */
    void expire() {
        deliveries.replaceAll((recipient, last) ->
                last.fate() == Fate.DEFERRED ? new Delivery(Fate.BOUNCED, last.status(), last.local()) : last);
    }

    void adopt(OpenMessage child) {
        child.parent = Optional.of(this);
        openChildren++;
        if (children.size() < MOST_CHILDREN) {
            children.add(child);
        }
    }

    List<OpenMessage> children() {
        return children;
    }

    /** What only matters until the message is reported. */
    void forget() {
        children.clear();
        if (deliveries.size() > MOST_CHILDREN) {
            deliveries.clear();
        }
    }
}
