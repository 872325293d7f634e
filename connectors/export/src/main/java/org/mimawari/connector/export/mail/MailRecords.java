package org.mimawari.connector.export.mail;

import java.util.Optional;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.export.ExportSettings;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.Origin;
import org.mimawari.message.FolderNames;
import org.mimawari.message.evidence.MailEvidence;
import org.mimawari.message.MailMessage;

/** Takes messages one by one: each is admitted, known already, or rejected by name. */
final class MailRecords {

    private final MailSorting sorting;
    private final MailCoverage coverage;
    private final EvidenceSink sink;

    MailRecords(ExportSettings settings, MailCoverage coverage, EvidenceSink sink) {
        this.sorting = new MailSorting(settings);
        this.coverage = coverage;
        this.sink = sink;
    }

    /** Takes the message that lies at this place in a file. */
    void take(RawMessage raw, MailFolder folder, String file, long number) {
        MailMessage message = MailMessage.of(raw.bytes(), raw.size());
        EvidenceRef ref = new EvidenceRef(file, "message:" + number, message.messageId());
        if (!message.isMail()) {
            sink.reject(ref, "no mail message: it has none of the headers mail has");
            return;
        }
        FolderNames.Role role = sorting.role(message, folder);
        Optional<MailboxAddress> owner = sorting.owner(message, folder, role);
        coverage.saw(folder.place(), owner, role);
        boolean isNew = sink.admit(MailFingerprint.of(message, owner, role == FolderNames.Role.SENT));
        if (isNew) {
            evidence(message, role, owner, ref).ifPresent(evidence -> {
                coverage.count(folder.place(), owner, evidence);
                sink.accept(evidence);
            });
        }
    }

    /** A draft was never sent, so it is evidence of nothing. */
    private static Optional<Evidence> evidence(MailMessage message, FolderNames.Role role,
            Optional<MailboxAddress> owner, EvidenceRef ref) {
        return switch (role) {
            case SENT -> Optional.of(MailEvidence.sentWithContent(message,
                    new Origin(owner, MailEvidence.sentAt(message), ref)));
            case RECEIVED -> Optional.of(MailEvidence.received(message,
                    new Origin(owner, MailEvidence.receivedAt(message), ref)));
            default -> Optional.empty();
        };
    }
}
