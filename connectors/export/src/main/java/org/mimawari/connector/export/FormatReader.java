package org.mimawari.connector.export;

import java.util.List;
import java.util.Set;
import org.mimawari.connector.EvidenceSink;

/**
 * Reads one format of exported evidence. Recognises it by content, never by name alone. A reader gets all sources of
 * its format together, as some formats are understood only across files (rotated logs, rules with and without hidden
 * ones); it reads them one after the other in the given order and keeps little.
 */
public interface FormatReader {

    /** Names of mail systems that several formats come from. */
    String MICROSOFT_365 = "microsoft-365";
    String GOOGLE_WORKSPACE = "google-workspace";
    String MAIL_SERVER = EvidenceSink.MAIL_SERVER;

    /** What the coverage table says a file was taken for, for example {@code Postfix and Dovecot log}. */
    String format();

    /**
     * The mail system such files come from. Tenant-wide coverage counts for the mailboxes that appear in its files only;
     * formats that show single mailboxes say whose they are and may leave this as it is.
     */
    default String system() {
        return "files";
    }

    /**
     * Numbers of records at which exports of this format end, whether there are more or not: what its tools and pages give
     * at most. A file with exactly so many is taken for cut unless another one goes on behind it.
     */
    default Set<Long> limits() {
        return Set.of();
    }

    /** How sure it is that the file is of this format: 0 not at all, 100 certain. Looks at nothing but the preview. */
    int recognises(Preview preview);

    /**
     * Which sources have to be read anew when some of them changed since the last round: all of them, unless the format
     * can be understood with less.
     *
     * @param all every source of this format, in the usual order
     * @param changed those that are new or changed
     */
    default Set<Source> concerned(List<Source> all, Set<Source> changed) {
        return changed.isEmpty() ? Set.of() : Set.copyOf(all);
    }

    /**
     * True where sources tell what happened, so that what one showed stays true when it does not show it any more; false
     * where they tell what is, such as rules.
     */
    default boolean showsHistory() {
        return true;
    }

    /** True where a source that only grew may be read on from where reading left off: {@link Source#start}. */
    default boolean readsOn(Source source) {
        return false;
    }

    /**
     * Reads the sources. Unreadable records are rejected one by one; where a source breaks off, the rest of it is
     * reported as {@code PARTIAL} coverage and the next source is read.
     */
    void read(List<Source> sources, EvidenceSink sink);
}
