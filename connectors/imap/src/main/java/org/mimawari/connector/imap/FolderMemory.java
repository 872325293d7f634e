package org.mimawari.connector.imap;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.Checkpoints;
import org.mimawari.connector.imap.protocol.ImapClient.Examined;
import org.mimawari.connector.imap.protocol.ServerText;
import org.mimawari.message.ModifiedUtf7;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is known of the folders of one mailbox from earlier rounds. */
final class FolderMemory {

    private static final Logger LOG = LoggerFactory.getLogger(FolderMemory.class);

    private final Checkpoints checkpoints;
    private final String source;
    private final boolean contents;
    private final Set<String> begun = new HashSet<>();

    /** @param contents whether texts are read too */
    FolderMemory(Checkpoints checkpoints, String source, boolean contents) {
        this.checkpoints = checkpoints;
        this.source = source;
        this.contents = contents;
    }

    /** Until more is known: what was read of its folders before stands, also of those that are not there any more. */
    void keepAll() {
        checkpoints.sources().stream().filter(name -> name.startsWith(source + "/")).forEach(checkpoints::keep);
    }

    /** What a folder, whose name says nothing, was read for before. */
    Optional<FolderUse> use(String rawName) {
        return find(rawName).map(FolderCheckpoint::use).filter(use -> !use.isSorted());
    }

    /** Where to go on; empty where the whole folder is to be read, in place of what was read of it before. */
    Optional<FolderCheckpoint> find(FolderTask task, Examined now) {
        Optional<FolderCheckpoint> known = find(task.folder().raw());
        Optional<FolderCheckpoint> sound = known.filter(each -> each.holdsFor(now, task.use(), contents));
        if (known.isPresent() && sound.isEmpty()) {
            LOG.info("{}/{}: not the folder that was read before; it is read whole", source, task.name());
        }
        if (begun.add(task.folder().raw())) {
            String name = name(task.folder().raw());
            sound.ifPresentOrElse(each -> checkpoints.put(name, each.text()), () -> checkpoints.replace(name));
        }
        return sound;
    }

    private Optional<FolderCheckpoint> find(String rawName) {
        return checkpoints.find(name(rawName)).flatMap(FolderCheckpoint::of);
    }

    /** Remembers a folder that was read whole. */
    void keep(FolderTask task) {
        task.state().flatMap(state -> FolderCheckpoint.of(state, task.use(), contents))
                .ifPresent(checkpoint -> checkpoints.put(name(task.folder().raw()), checkpoint.text()));
    }

    /** The folder's name as a source. */
    private String name(String raw) {
        return source + "/" + ServerText.shown(ModifiedUtf7.decode(raw));
    }
}
