package org.mimawari.connector.export.serverlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.MailRemoval;
import org.mimawari.evidence.MailRemoval.RemovedItem;

/**
 * What one session deleted, folder by folder. A message that was marked as deleted and then expunged counts once, as
 * expunged.
 */
final class Removals {

    private static final int MOST_FOLDERS = 64;
    private static final int MOST_ITEMS = 200;
    private static final String OTHER_FOLDERS = "(further folders)";

    /** The deletions in one folder. */
    private static final class Folder {

        private final LogPoint first;
        private final List<RemovedItem> items = new ArrayList<>();
        private int marked;
        private int expunged;

        Folder(LogPoint first) {
            this.first = first;
        }
    }

    private final Map<String, Folder> folders = new TreeMap<>();

    void marked(String folder, RemovedItem item, LogPoint point) {
        Folder there = folder(folder, point);
        there.marked++;
        add(there, item);
    }

    void expunged(String folder, RemovedItem item, LogPoint point) {
        Folder there = folder(folder, point);
        there.expunged++;
        if (!there.items.contains(item)) {
            add(there, item);
        }
    }

    /** Reports everything so far, and begins anew. */
    void flush(String user, Actor actor, LogEvidence evidence) {
        folders.forEach((name, folder) -> {
            boolean gone = folder.expunged > 0;
            MailRemoval.Type type = gone ? MailRemoval.Type.HARD_DELETE : MailRemoval.Type.SOFT_DELETE;
            evidence.accept(new MailRemoval(folder.first.origin(LogEvidence.mailbox(user)), type, Optional.of(name),
                    Optional.empty(), folder.items, Math.max(folder.expunged, folder.marked), actor));
        });
        folders.clear();
    }

    private static void add(Folder folder, RemovedItem item) {
        if (folder.items.size() < MOST_ITEMS) {
            folder.items.add(item);
        }
    }

    private Folder folder(String name, LogPoint point) {
        String key = folders.containsKey(name) || folders.size() < MOST_FOLDERS ? name : OTHER_FOLDERS;
        return folders.computeIfAbsent(key, any -> new Folder(point));
    }
}
