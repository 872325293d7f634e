package org.mimawari.indicator.outgoing;

import java.time.Instant;
import java.util.Set;
import org.mimawari.evidence.SentMessage;

/**
 * One message that left, however many sources show it, with what it means for the mailbox.
 *
 * @param message what all sources together know of it
 * @param time the moment by the most trustworthy source: a server before a Sent folder, whose Date the sender writes
 * @param routes which kinds of source show it
 * @param recipients how many it went to, at least 1
 * @param identified how many of them can be told apart; 0 where the source names none
 * @param external how many lie outside the own domains
 * @param added how many the mailbox had never been in touch with before
 * @param fresh how many it had not been in touch with until {@link Contacts#FRESH} before: a second message to the
 *     same stranger is still one to a stranger
 * @param habitual whether it came from where the owner usually sends
 */
public record Mailing(
        SentMessage message,
        Instant time,
        Set<SentMessage.Route> routes,
        int recipients,
        int identified,
        int external,
        int added,
        int fresh,
        boolean habitual) {

    public boolean inSentFolder() {
        return routes.contains(SentMessage.Route.SENT_FOLDER);
    }

    /** True where something other than the Sent folder shows it. */
    public boolean seenByServer() {
        return routes.size() > 1 || !inSentFolder();
    }

    /** True where it went to the own house only. */
    public boolean isInternal() {
        return identified > 0 && external == 0;
    }
}
