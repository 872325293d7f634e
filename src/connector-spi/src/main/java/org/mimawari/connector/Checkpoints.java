package org.mimawari.connector;

import java.util.Optional;

/**
 * How far connectors came in earlier rounds, so that a later one reads only what is new. What is put holds only if the
 * evidence of the same round was kept: a store keeps both or neither. Safe for several threads.
 */
public interface Checkpoints {

    /** Remembers nothing, so that every round reads everything. */
    Checkpoints NONE = new Checkpoints() {

        @Override
        public Optional<String> find(String source, String scope) {
            return Optional.empty();
        }

        @Override
        public void put(String source, String scope, String state) {}
    };

    /**
     * What was put last.
     *
     * @param source a source as {@code Coverage} names it, for example {@code imap:mail.shop.example/info@shop.example}
     * @param scope a part of it, for example a folder; may hold any character
     */
    Optional<String> find(String source, String scope);

    /** Remembers, in place of what was known before, how far this part was read; only the connector understands it. */
    void put(String source, String scope, String state);
}
