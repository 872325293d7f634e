package org.mimawari.connector.microsoft365.collect;

import java.util.Optional;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxAddress;

/**
 * A list that says how things are: remembered by what it holds, so that a round in which nothing changed has nothing new,
 * and one in which it could not be read whole does not lose what was known.
 */
final class StateList {

    private final Round round;
    private final String source;
    private final String title;
    private final EvidenceKind kind;
    private final Optional<MailboxAddress> mailbox;

    // Five parameters: what a row of the coverage table names.
    StateList(Round round, String source, String title, EvidenceKind kind, Optional<MailboxAddress> mailbox) {
        this.round = round;
        this.source = source;
        this.title = title;
        this.kind = kind;
        this.mailbox = mailbox;
    }

    /** Hands over what was read, unless nothing changed, and says how it was read. */
    void settle(HeldSink held, Optional<Round.Missed> missed) {
        round.sink().inTurn(() -> {
            if (missed.isPresent() && round.checkpoints().find(source).isPresent()) {
                stands(missed.get());
            } else {
                deliver(held, missed);
            }
        });
    }

    /** What an earlier round read still counts. */
    private void stands(Round.Missed missed) {
        round.checkpoints().restate(source);
        round.checkpoints().put(source, round.checkpoints().find(source).orElse(""));
        round.checkpoints().keep(source);
        round.missed(source, title, kind, mailbox, missed);
    }

    private void deliver(HeldSink held, Optional<Round.Missed> missed) {
        String print = missed.isPresent() ? "" : held.print();
        boolean same = !print.isEmpty() && round.checkpoints().find(source).equals(Optional.of(print));
        if (same) {
            round.checkpoints().restate(source);
            round.checkpoints().keep(source);
        } else {
            round.checkpoints().replace(source);
            held.deliver(round.sink());
        }
        round.checkpoints().put(source, print);
        missed.ifPresentOrElse(why -> round.missed(source, title, kind, mailbox, why),
                () -> round.whole(source, title, kind, mailbox));
    }
}
