package org.mimawari.connector.imap;

import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.mimawari.message.FolderNames;

/** Which folders of a mailbox to read: every Sent folder, the inbox, and the junk folder. */
record FolderChoice(List<IMAPFolder> sent, List<IMAPFolder> received) {

    static FolderChoice of(List<IMAPFolder> folders, List<String> sentNames) throws MessagingException {
        List<IMAPFolder> sent = new ArrayList<>();
        List<IMAPFolder> received = new ArrayList<>();
        for (IMAPFolder folder : folders) {
            Optional<FolderNames.Role> role = role(folder, sentNames);
            if (role.filter(FolderNames.Role.SENT::equals).isPresent()) {
                sent.add(folder);
            } else if (role.filter(FolderNames.Role.RECEIVED::equals).isPresent()) {
                received.add(folder);
            }
        }
        return new FolderChoice(sent, received);
    }

    /** SPECIAL-USE (RFC 6154) first, in whatever case; then the configured names; then the usual ones. */
    private static Optional<FolderNames.Role> role(IMAPFolder folder, List<String> sentNames) throws MessagingException {
        List<String> attributes = Arrays.stream(folder.getAttributes()).map(text -> text.toLowerCase(Locale.ROOT)).toList();
        if (attributes.contains("\\sent") || sentNames.contains(folder.getFullName())) {
            return Optional.of(FolderNames.Role.SENT);
        }
        if (attributes.contains("\\junk") || folder.getFullName().equalsIgnoreCase("INBOX")) {
            return Optional.of(FolderNames.Role.RECEIVED);
        }
        return FolderNames.role(folder.getFullName());
    }
}
