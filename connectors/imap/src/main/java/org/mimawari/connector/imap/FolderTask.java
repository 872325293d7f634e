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

    /** So many single messages may fail, each named, before the folder counts as not read whole. */
    private static final double FEW = 0.01;

    private final ListedFolder folder;
    private final FolderUse use;
    private final BitSet handled = new BitSet();
    private long known;
    private Optional<Examined> state = Optional.empty();
    private boolean done;
    private Optional<String> trouble = Optional.empty();
    private int cut;
    private int failed;

    FolderTask(ListedFolder folder, FolderUse use) {
        this.folder = folder;
        this.use = use;
    }

    /** Goes on where the last connection broke off, unless the folder has changed since. */
    void begin(Examined now) {
        if (state.filter(now::hasSameMessages).isEmpty()) {
            handled.clear();
            cut = 0;
            failed = 0;
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

    /** The folder as it was when it was opened last. */
    Optional<Examined> state() {
        return state;
    }

    /** How many messages are to be read: all, or those that an earlier round has not read. */
    long messages() {
        return state.map(Examined::messages).orElse(0L) - known;
    }

    /** Leaves out the first messages, which an earlier round has read. */
    void leaveOut(long first) {
        known = first;
    }

    boolean isHandled(int index) {
        return handled.get(index);
    }

    void handled(int index) {
        handled.set(index);
    }

    /** Counts a message that was asked for and did not come. */
    void failed(int index) {
        handled.set(index);
        failed++;
    }

    int failed() {
        return failed;
    }

    /** True where it was read and, but for few messages that were named, came whole. */
    boolean isWhole() {
        return done && trouble.isEmpty() && failed <= messages() * FEW;
    }

    /** How many messages came. */
    int read() {
        return handled.cardinality() - failed;
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
