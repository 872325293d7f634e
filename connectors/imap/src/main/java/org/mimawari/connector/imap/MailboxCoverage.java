package org.mimawari.connector.imap;

import java.util.List;
import java.util.Optional;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Coverage.State;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.MailboxAddress;

/** Says what was seen of one mailbox, folder by folder. */
final class MailboxCoverage {

    private static final String BOTH = "holds mail that was sent and mail that came in, put aside by somebody";

    private final MailboxAddress mailbox;
    private final String source;
    private final EvidenceSink sink;

    MailboxCoverage(MailboxAddress mailbox, String source, EvidenceSink sink) {
        this.mailbox = mailbox;
        this.source = source;
        this.sink = sink;
    }

    /** The name of a folder as a source. */
    String source(FolderTask task) {
        return source + "/" + task.name();
    }

    /** Nothing of these kinds could be looked at, though it should have been there. */
    void missed(List<EvidenceKind> kinds, String why) {
        kinds.forEach(kind -> sink.cover(Coverage.broken(whole(source, kind), State.NOT_COLLECTED, why)));
    }

    /** The mailbox does not have, or the server does not show, what these kinds need. */
    void absent(List<EvidenceKind> kinds, String why) {
        kinds.forEach(kind -> sink.cover(piece(source, kind, State.NOT_COLLECTED, Optional.of(why))));
    }

    /** There may be more of these kinds than the server can show. */
    void limited(List<EvidenceKind> kinds, String why) {
        kinds.forEach(kind -> sink.cover(piece(source, kind, State.PARTIAL, Optional.of(why))));
    }

    void partial(List<EvidenceKind> kinds, String why) {
        kinds.forEach(kind -> sink.cover(Coverage.broken(whole(source, kind), State.PARTIAL, why)));
    }

    void whole(EvidenceKind kind) {
        sink.cover(whole(source, kind));
    }

    /** Reports one folder; what was asked for and never came is rejected by name. */
    void folder(FolderTask task) {
        long unread = Math.max(0, task.messages() - task.read() - task.failed());
        if (task.trouble().isPresent()) {
            broken(task, task.trouble().get());
            sink.reject(new EvidenceRef(source(task), "folder", Optional.empty()),
                    (unread > 0 ? unread + " messages were not read: " : "the folder was not read whole: ") + task.trouble().get());
        } else if (!task.isWhole()) {
            broken(task, "the server did not give the others");
        } else if (task.use() == FolderUse.ASIDE) {
            aside().forEach(kind -> sink.cover(piece(source(task), kind, State.PARTIAL, Optional.of(BOTH))));
        } else {
            Optional<String> cut = task.cut() == 0 ? Optional.empty() : Optional.of("the headers of " + task.cut()
                    + " messages are longer than 1 MiB, and were read up to there");
            task.use().kinds().forEach(kind -> sink.cover(cut.map(why -> piece(source(task), kind, State.PARTIAL, cut))
                    .orElseGet(() -> whole(source(task), kind))));
        }
    }

    private void broken(FolderTask task, String why) {
        State state = task.read() > 0 ? State.PARTIAL : State.NOT_COLLECTED;
        String counted = task.messages() == 0 ? "" : "of " + task.messages() + " messages " + task.read() + " were read: ";
        List<EvidenceKind> kinds = task.use() == FolderUse.ASIDE ? aside() : task.use().kinds();
        kinds.forEach(kind -> sink.cover(Coverage.broken(whole(source(task), kind), state, counted + why)));
    }

    private static List<EvidenceKind> aside() {
        return List.of(EvidenceKind.SENT_MESSAGE, EvidenceKind.NON_DELIVERY_REPORT, EvidenceKind.RECEIVED_MESSAGE);
    }

    private Coverage whole(String of, EvidenceKind kind) {
        return piece(of, kind, State.COLLECTED, Optional.empty());
    }

    private Coverage piece(String of, EvidenceKind kind, State state, Optional<String> why) {
        return new Coverage(of, "IMAP folder", kind, Optional.of(mailbox), state, why, Optional.empty(),
                Optional.empty(), 0);
    }
}
