package org.mimawari.scan;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mimawari.evidence.MailboxAddress;

/**
 * What left a mailbox around its findings, and whom it reached.
 *
 * @param slots how many messages left in each {@link #SLOT}, in order of time; slots without any are left out
 * @param recipients whoever got mail while the findings about sent mail last, in alphabetical order
 * @param unnamed how many further recipients the evidence counts but does not name
 * @param cut how many further recipients it names but that were too many to keep
 */
public record Reach(MailboxAddress mailbox, List<Slot> slots, List<ReachedRecipient> recipients, long unnamed, long cut) {

    public static final Duration SLOT = Duration.ofMinutes(5);

    /** @param from a multiple of {@link #SLOT} since 1970 */
    public record Slot(Instant from, int messages) {}

    public Reach {
        slots = List.copyOf(slots);
        recipients = List.copyOf(recipients);
    }

    /** The slot in which most messages left, the first of equals. */
    public Optional<Slot> peak() {
        return slots.stream().max(Comparator.comparingInt(Slot::messages).thenComparing(Slot::from, Comparator.reverseOrder()));
    }

    /** The recipients to whom something went from another place than the owner's usual one; all where nothing did. */
    public List<ReachedRecipient> suspicious() {
        List<ReachedRecipient> foreign = recipients.stream().filter(each -> !each.usualPlace()).toList();
        return foreign.isEmpty() ? recipients : foreign;
    }
}
