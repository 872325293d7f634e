package org.mimawari.live;

import java.util.Optional;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxAddress;

/**
 * A list that says how things are: remembered by what it holds, so that a round in which nothing changed has nothing new,
 * and one in which it could not be read whole does not lose what was known.
 */
public final class StateList {

    private final Reading reading;
    private final String source;
    private final String title;
    private final EvidenceKind kind;
    private final Optional<MailboxAddress> mailbox;

    // Five parameters: what a row of the coverage table names.
    public StateList(Reading reading, String source, String title, EvidenceKind kind, Optional<MailboxAddress> mailbox) {
        this.reading = reading;
        this.source = source;
        this.title = title;
        this.kind = kind;
        this.mailbox = mailbox;
    }

    /** Hands over what was read, unless nothing changed, and says how it was read. */
    public void settle(HeldSink held, Optional<Missed> missed) {
        settle(held, missed, () -> missed.ifPresentOrElse(why -> reading.missed(source, title, kind, mailbox, why),
                () -> reading.whole(source, title, kind, mailbox)));
    }

    /**
     * As {@link #settle(HeldSink, Optional)}, of a list that shows several things.
     *
     * @param rows says what it showed and what it did not
     */
    public void settle(HeldSink held, Optional<Missed> missed, Runnable rows) {
        reading.sink().inTurn(() -> {
            if (missed.isPresent() && reading.checkpoints().find(source).isPresent()) {
                stands();
            } else {
                replace(held, missed.isPresent() ? "" : held.print());
            }
            rows.run();
        });
    }

    /** As {@link #settle}, of a list that was read whole but by its nature shows only a part. */
    public void settlePart(HeldSink held, Missed nature) {
        reading.sink().inTurn(() -> {
            replace(held, held.print());
            reading.missed(source, title, kind, mailbox, nature);
        });
    }

    /** What an earlier round read still counts. */
    private void stands() {
        reading.checkpoints().restate(source);
        reading.checkpoints().put(source, reading.checkpoints().find(source).orElse(""));
        reading.checkpoints().keep(source);
    }

    private void replace(HeldSink held, String print) {
        boolean same = !print.isEmpty() && reading.checkpoints().find(source).equals(Optional.of(print));
        if (same) {
            reading.checkpoints().restate(source);
            reading.checkpoints().keep(source);
        } else {
            reading.checkpoints().replace(source);
            held.deliver(reading.sink());
        }
        reading.checkpoints().put(source, print);
    }
}
