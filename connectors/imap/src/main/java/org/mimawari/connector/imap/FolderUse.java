package org.mimawari.connector.imap;

import java.util.List;
import org.mimawari.evidence.EvidenceKind;

/** What a folder is read for. */
enum FolderUse {

    /** Everything in it was sent. */
    SENT(List.of(EvidenceKind.SENT_MESSAGE)),
    /** Everything in it came in. */
    RECEIVED(List.of(EvidenceKind.NON_DELIVERY_REPORT, EvidenceKind.FEEDBACK_REPORT, EvidenceKind.RECEIVED_MESSAGE)),
    /** Nothing calls it a Sent folder, but most of it is from the owner; each message tells for itself. */
    OWN_MAIL(List.of(EvidenceKind.SENT_MESSAGE)),
    /** Deleted mail, or a folder with delivery failures that a rule put away; each message tells for itself. */
    ASIDE(List.of());

    private final List<EvidenceKind> kinds;

    FolderUse(List<EvidenceKind> kinds) {
        this.kinds = kinds;
    }

    /** What is known for certain once the whole folder was read. */
    List<EvidenceKind> kinds() {
        return kinds;
    }

    boolean isSorted() {
        return this == SENT || this == RECEIVED;
    }
}
