package org.mimawari.connector.imap;

import java.util.BitSet;
import java.util.Optional;
import org.mimawari.connector.imap.protocol.ImapClient.Examined;
import org.mimawari.connector.imap.protocol.ListedFolder;
import org.mimawari.connector.imap.protocol.ServerText;
import org.mimawari.message.ModifiedUtf7;

/**
 * One folder to read and how far that has come, so that a connection that breaks does not begin again. Not safe for
 * several threads.
 */
final class FolderTask {

    private final ListedFolder folder;
    private final FolderUse use;
    private final BitSet handled = new BitSet();
    private Optional<Examined> state = Optional.empty();
    private boolean done;
    private Optional<String> trouble = Optional.empty();
    private int cut;

    FolderTask(ListedFolder folder, FolderUse use) {
        this.folder = folder;
        this.use = use;
    }

    /** Goes on where the last connection broke off, unless the folder has changed since. */
    void begin(Examined now) {
        if (!state.equals(Optional.of(now))) {
            handled.clear();
            cut = 0;
        }
        state = Optional.of(now);
    }

    ListedFolder folder() {
        return folder;
    }

    FolderUse use() {
        return use;
    }

    /** The folder's name for people. */
    String name() {
        return ServerText.shown(ModifiedUtf7.decode(folder.raw()));
    }

    long messages() {
        return state.map(Examined::messages).orElse(0L);
    }

    boolean isHandled(int index) {
        return handled.get(index);
    }

    void handled(int index) {
        handled.set(index);
    }

    int handled() {
        return handled.cardinality();
    }

    void headersCut() {
        cut++;
    }

    int cut() {
        return cut;
    }

    boolean isDone() {
        return done;
    }

    void finish() {
        done = true;
    }

    /** Gives the folder up for this reason; the first one stays. */
    void giveUp(String why) {
        trouble = trouble.or(() -> Optional.of(why));
        done = true;
    }

    Optional<String> trouble() {
        return trouble;
    }
}
