package org.mimawari.indicator.outgoing;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.ReceivedMessage;
import org.mimawari.evidence.SentMessage;

/**
 * Whom the mailbox has been in touch with so far: everybody it wrote to and everybody who wrote to it. Told in order of
 * time, so that it never knows more than the owner did at that moment.
 */
final class Contacts {

    /** How long somebody written to for the first time still counts as a stranger. */
    static final Duration FRESH = Duration.ofHours(24);

    private static final long LONG_KNOWN = Long.MIN_VALUE;

    private final List<ReceivedMessage> received;
    private final Map<String, Long> since = new HashMap<>();
    private int heard;

    /** How many of the named recipients were strangers. */
    record Novelty(int added, int fresh) {}

    /**
     * @param received what came in, in order of time
     */
    Contacts(List<ReceivedMessage> received) {
        this.received = received;
    }

    /** How new the recipients of a message are; afterwards they are known. */
    Novelty meet(SentMessage message, Instant time) {
        hearUntil(time);
        long now = time.getEpochSecond();
        int added = 0;
        int fresh = 0;
        for (String address : message.to()) {
            Long before = since.putIfAbsent(address, now);
            added += before == null ? 1 : 0;
            fresh += before == null || before != LONG_KNOWN && before > now - FRESH.toSeconds() ? 1 : 0;
        }
        return new Novelty(added, fresh);
    }

    private void hearUntil(Instant time) {
        while (heard < received.size() && received.get(heard).time().orElse(Instant.MIN).isBefore(time)) {
            received.get(heard++).from().flatMap(MailboxAddress::find)
                    .ifPresent(sender -> since.putIfAbsent(sender.text(), LONG_KNOWN));
        }
    }
}
