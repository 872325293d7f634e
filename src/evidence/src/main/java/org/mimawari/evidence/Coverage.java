package org.mimawari.evidence;

import java.time.Instant;
import java.util.Optional;

/**
 * What one source shows of one kind of evidence, or why it does not.
 *
 * @param mailbox empty where it covers the whole tenant
 * @param reason empty only where everything was collected
 */
public record Coverage(
        String source,
        String takenFor,
        EvidenceKind kind,
        Optional<MailboxAddress> mailbox,
        State state,
        Optional<String> reason,
        Optional<Instant> from,
        Optional<Instant> to,
        long count) {

    /** How much of it was seen. */
    public enum State { COLLECTED, PARTIAL, NOT_COLLECTED }

    private static final String BROKEN = "could not be read whole: ";
    private static final String CHANGES_ONLY = "shows changes only: what was set before its first record is not in it";

    public Coverage {
        if (state != State.COLLECTED && reason.isEmpty()) {
            throw new IllegalArgumentException("coverage of " + source + " is " + state + " without a reason");
        }
    }

    /** What a log of changes shows of a setting: not the state it was in before, so alone it proves nothing absent. */
    public static Coverage changesOnly(String source, String takenFor, EvidenceKind kind) {
        return new Coverage(source, takenFor, kind, Optional.empty(), State.PARTIAL, Optional.of(CHANGES_ONLY),
                Optional.empty(), Optional.empty(), 0);
    }

    /** A source, or the rest of one, that should have shown this kind and could not be read. */
    public static Coverage broken(Coverage whole, State state, String why) {
        return new Coverage(whole.source, whole.takenFor, whole.kind, whole.mailbox, state, Optional.of(BROKEN + why),
                whole.from, whole.to, whole.count);
    }

    /** True where something could not be read; false where a source is partial only by its nature. */
    public boolean isBroken() {
        return state != State.COLLECTED && reason.filter(why -> why.startsWith(BROKEN)).isPresent();
    }
}
