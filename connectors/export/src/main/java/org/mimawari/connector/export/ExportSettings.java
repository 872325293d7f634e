package org.mimawari.connector.export;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.OwnDomains;

/**
 * What the operator says about exported files.
 *
 * @param mailbox whose mail it is where no parent folder is named by an address
 * @param role whether loose mail files are sent or received mail, where the folder's name does not tell
 * @param zone zone of logs whose stamps carry none
 */
public record ExportSettings(
        List<Path> paths, Optional<MailboxAddress> mailbox, Optional<FolderRole> role, ZoneId zone, OwnDomains ownDomains) {

    /** What a mail folder holds. */
    public enum FolderRole { SENT, INBOX }

    public ExportSettings {
        paths = List.copyOf(paths);
    }
}
