package org.mimawari.connector;

import java.util.Optional;
import java.util.Set;

/**
 * What a connector left off at, source by source, so that a scheduled round reads only what is new. What it says takes
 * effect when the round ends well, all of it or nothing. Not safe for several threads.
 *
 * <p>Of a source that nothing is said about, what was read now takes the place of what was read before, unless nothing
 * could be read. Where a source was read whole, those whose names begin with its name and a slash, and that were not read
 * or spoken of, are gone.
 */
public interface Checkpoints {

    /** Remembers nothing: everything is read, as by a single scan. */
    Checkpoints NONE = new Checkpoints() {

        @Override
        public Optional<String> find(String source) {
            return Optional.empty();
        }

        @Override
        public Set<String> sources() {
            return Set.of();
        }

        @Override
        public void put(String source, String place) {}

        @Override
        public void keep(String source) {}

        @Override
        public void replace(String source) {}

        @Override
        public void withdraw(String source) {}
    };

    /** What {@link #put} said of this source in the last round that ended well. */
    Optional<String> find(String source);

    /** The sources that evidence is remembered of. */
    Set<String> sources();

    /** Remembers where reading of the source left off, in the connector's own words. */
    void put(String source, String place);

    /** Says that the source has nothing new: what was read of it stands. */
    void keep(String source);

    /** Says that the source is read anew from its beginning: what was read of it before stands no longer. */
    void replace(String source);

    /**
     * Says that the source is read anew from its beginning, but may have lost what it showed, as a log that was emptied: what
     * was read of it before stands where it is not shown again.
     */
    default void renew(String source) {
        replace(source);
    }

    /** Says that the source is gone, and what it showed with it. */
    void withdraw(String source);

    /**
     * Says that what is covered of the source from now on stands instead of what was covered of it before; what was read
     * of it stands. For a connector that knows itself what is still missing of a source.
     */
    default void restate(String source) {}
}
