package org.mimawari.live;

import java.util.Optional;
import org.mimawari.connector.Checkpoints;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxAddress;

/** Where the readers of one round put what they read, and what they say of it. Checkpoints are used in turn only. */
public record Reading(SharedSink sink, Checkpoints checkpoints) {

    /** What is said of the source in this round stands instead of what was said before. */
    public void restate(String source) {
        sink.inTurn(() -> checkpoints.restate(source));
    }

    /** The source is not asked for this time: what an earlier round read of it still counts. */
    public void leave(String source) {
        sink.inTurn(() -> checkpoints.find(source).ifPresent(place -> {
            checkpoints.put(source, place);
            checkpoints.keep(source);
            checkpoints.restate(source);
        }));
    }

    /** Says that the source was read whole. */
    public void whole(String source, String title, EvidenceKind kind, Optional<MailboxAddress> mailbox) {
        sink.cover(piece(source, title, kind, mailbox, Coverage.State.COLLECTED, Optional.empty()));
    }

    /** Says why the source was not read, or read in part only. */
    // Five parameters: a row of the coverage table.
    public void missed(String source, String title, EvidenceKind kind, Optional<MailboxAddress> mailbox, Missed why) {
        Coverage.State state = why.some() ? Coverage.State.PARTIAL : Coverage.State.NOT_COLLECTED;
        Coverage piece = piece(source, title, kind, mailbox, state, Optional.of(why.line()));
        sink.cover(why.passing() ? Coverage.broken(piece, state, why.line()) : piece);
    }

    private static Coverage piece(String source, String title, EvidenceKind kind, Optional<MailboxAddress> mailbox,
            Coverage.State state, Optional<String> why) {
        return new Coverage(source, title, kind, mailbox, state, why, Optional.empty(), Optional.empty(), 0);
    }
}
