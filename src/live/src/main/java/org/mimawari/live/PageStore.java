package org.mimawari.live;

import java.util.Optional;

/** Keeps the pages of a list that is being read, so that a round that was killed goes on behind its last page. */
public interface PageStore {

    /** Keeps nothing. */
    PageStore NONE = new PageStore() {
        @Override
        public Optional<byte[]> find(String list, int number) {
            return Optional.empty();
        }

        @Override
        public void keep(String list, int number, byte[] page) {}

        @Override
        public void discard(String list) {}
    };

    /** The page of a list that an earlier round, which did not end, has read. */
    Optional<byte[]> find(String list, int number);

    void keep(String list, int number, byte[] page);

    /** Forgets the pages of a list: it has to be read from its beginning. */
    void discard(String list);
}
