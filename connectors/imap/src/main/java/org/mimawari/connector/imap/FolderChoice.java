package org.mimawari.connector.imap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.imap.protocol.ImapClient;
import org.mimawari.connector.imap.protocol.ImapException;
import org.mimawari.connector.imap.protocol.ListedFolder;
import org.mimawari.message.FolderNames;
import org.mimawari.message.ModifiedUtf7;

/**
 * Which folders of a mailbox to read: every Sent folder, the inbox, the junk and trash folders, and others that a glance
 * shows to hold sent mail or delivery failures.
 *
 * @param limited why not every folder was looked at
 */
record FolderChoice(List<FolderTask> tasks, Optional<String> limited) {

    private static final int MOST_READ = 200;
    private static final int MOST_GLANCES = 60;
    private static final Set<String> TRASH = Set.of("trash", "deleted items", "deleted messages", "deleted", "bin",
            "ゴミ箱", "ごみ箱", "削除済みアイテム", "削除済み", "papierkorb", "gelöschte objekte", "gelöschte elemente", "corbeille",
            "éléments supprimés", "papelera", "elementos eliminados", "lixeira", "cestino", "prullenbak", "kosz", "koš",
            "корзина", "удаленные", "удалённые", "휴지통", "已删除", "已删除邮件", "刪除的郵件", "垃圾桶");
    private static final Comparator<ListedFolder> ORDER = Comparator.comparing(ListedFolder::raw);

    /** @param memory what folders were read for in earlier rounds; those are not glanced at again */
    static FolderChoice of(ImapClient client, FolderGlance glance, FolderMemory memory, ImapSettings settings)
            throws ImapException {
        int most = settings.limits().folders();
        List<String> foreign = client.foreignPrefixes();
        List<FolderTask> tasks = new ArrayList<>();
        List<ListedFolder> others = new ArrayList<>();
        int[] counted = {0};
        client.list(folder -> {
            counted[0]++;
            boolean own = foreign.stream().noneMatch(folder.raw()::startsWith);
            Optional<FolderUse> use = own && folder.canBeOpened() ? use(folder, settings.sentFolders())
                    : Optional.empty();
            if (use.isPresent() && tasks.size() < MOST_READ && !isKnown(folder, tasks)) {
                tasks.add(new FolderTask(folder, use.get()));
            } else if (use.isEmpty() && own && isOrdinary(folder) && others.size() < most) {
                others.add(folder);
            }
        });
        others.sort(ORDER);
        int glances = 0;
        for (ListedFolder folder : others) {
            Optional<FolderUse> use = memory.use(folder.raw());
            if (use.isEmpty() && glances++ < MOST_GLANCES) {
                use = glance.at(client, folder);
            }
            use.filter(any -> tasks.size() < MOST_READ).ifPresent(known -> tasks.add(new FolderTask(folder, known)));
        }
        tasks.sort(Comparator.comparing(FolderTask::use).thenComparing(FolderTask::folder, ORDER));
        return new FolderChoice(tasks, counted[0] > most || tasks.size() >= MOST_READ
                ? Optional.of("it has " + counted[0] + " folders, of which not all were looked at") : Optional.empty());
    }

    boolean has(FolderUse use) {
        return tasks.stream().anyMatch(task -> task.use() == use);
    }

    private static boolean isKnown(ListedFolder folder, List<FolderTask> tasks) {
        return tasks.stream().anyMatch(task -> task.folder().raw().equals(folder.raw()));
    }

    /** SPECIAL-USE (RFC 6154) first, in whatever case; then the configured names; then the usual ones. */
    private static Optional<FolderUse> use(ListedFolder folder, List<String> sentNames) {
        String name = ModifiedUtf7.decode(folder.raw());
        if (folder.is("\\sent") || sentNames.contains(name) || sentNames.contains(folder.raw())) {
            return Optional.of(FolderUse.SENT);
        }
        if (folder.is("\\junk") || name.equalsIgnoreCase("INBOX")) {
            return Optional.of(FolderUse.RECEIVED);
        }
        if (folder.is("\\trash") || TRASH.contains(leaf(folder, name).toLowerCase(Locale.ROOT))) {
            return Optional.of(FolderUse.ASIDE);
        }
        return isSpecial(folder) ? Optional.empty() : byName(folder, name);
    }

    /** What lies in a Sent folder was sent; what lies in the inbox's folders was filed and may be anything. */
    private static Optional<FolderUse> byName(ListedFolder folder, String name) {
        if (FolderNames.role(name).filter(FolderNames.Role.SENT::equals).isPresent()) {
            return Optional.of(FolderUse.SENT);
        }
        boolean received = FolderNames.role(leaf(folder, name)).filter(FolderNames.Role.RECEIVED::equals).isPresent();
        return received ? Optional.of(FolderUse.RECEIVED) : Optional.empty();
    }

    private static String leaf(ListedFolder folder, String name) {
        int at = folder.separator().isEmpty() ? -1 : name.lastIndexOf(folder.separator());
        return at < 0 ? name : name.substring(at + folder.separator().length());
    }

    /** All mail, archives, drafts: either the same messages again, or none that were sent. */
    private static boolean isSpecial(ListedFolder folder) {
        return folder.is("\\all") || folder.is("\\archive") || folder.is("\\drafts") || folder.is("\\flagged")
                || folder.is("\\important");
    }

    private static boolean isOrdinary(ListedFolder folder) {
        boolean drafts = FolderNames.role(ModifiedUtf7.decode(folder.raw())).filter(FolderNames.Role.DRAFTS::equals)
                .isPresent();
        return folder.canBeOpened() && !isSpecial(folder) && !drafts;
    }
}
