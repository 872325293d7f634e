package org.mimawari.connector.export.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.export.ExportSettings;
import org.mimawari.connector.export.Source;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.message.FolderNames;

/**
 * The folder a mail file belongs to.
 *
 * @param place how the coverage table cites it
 * @param owner empty where each message must tell
 * @param role empty where each message must tell
 */
record MailFolder(String place, Optional<MailboxAddress> owner, Optional<FolderNames.Role> role) {

    private static final Set<String> MAILDIR = Set.of("cur", "new", "tmp");
    private static final Set<String> MAILDIR_ROOTS = Set.of("maildir", ".maildir", "mail", "mdbox", "mailbox");

    /** The folder that is this file. */
    static MailFolder ofFile(Source source, ExportSettings settings) {
        List<String> names = names(source);
        names.add(Optional.ofNullable(source.path().getFileName()).map(Object::toString).orElse(""));
        return new MailFolder(source.name(), owner(source, settings), role(names, settings));
    }

    /** The folder this file of one message lies in. */
    static MailFolder around(Source source, ExportSettings settings) {
        int slash = source.name().lastIndexOf('/');
        Optional<String> parent = Optional.ofNullable(source.path().toAbsolutePath().getParent())
                .map(path -> String.valueOf(path.getFileName()));
        String place = slash > 0 ? source.name().substring(0, slash) : parent.orElse(source.name());
        return new MailFolder(place, owner(source, settings), role(names(source), settings));
    }

    private static Optional<MailboxAddress> owner(Source source, ExportSettings settings) {
        return source.owner().or(settings::mailbox);
    }

    /** Folder names that belong to the export, not to where it happens to lie on this disk. */
    private static List<String> names(Source source) {
        long below = source.name().chars().filter(c -> c == '/').count() + 1;
        List<String> all = source.folders();
        boolean maildir = !all.isEmpty() && MAILDIR.contains(all.get(all.size() - 1));
        long wanted = below + (maildir ? 1 : 0);
        return new ArrayList<>(all.subList((int) Math.max(0, all.size() - wanted), all.size()));
    }

    private static Optional<FolderNames.Role> role(List<String> names, ExportSettings settings) {
        Optional<FolderNames.Role> said = settings.role()
                .map(role -> role == ExportSettings.FolderRole.SENT ? FolderNames.Role.SENT : FolderNames.Role.RECEIVED);
        return named(names).or(() -> said);
    }

    private static Optional<FolderNames.Role> named(List<String> names) {
        int last = names.size() - 1;
        boolean maildir = last >= 0 && MAILDIR.contains(names.get(last));
        last -= maildir ? 1 : 0;
        if (maildir && (last < 0 || MAILDIR_ROOTS.contains(names.get(last).toLowerCase(Locale.ROOT)))) {
            return Optional.of(FolderNames.Role.RECEIVED);
        }
        for (int i = last; i >= 0; i--) {
            Optional<FolderNames.Role> role = FolderNames.role(names.get(i));
            if (role.isPresent() || names.get(i).startsWith(".")) {
                return role;
            }
        }
        return Optional.empty();
    }
}
