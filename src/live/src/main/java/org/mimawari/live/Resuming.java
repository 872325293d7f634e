package org.mimawari.live;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.mimawari.connector.Checkpoints;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.ConnectorException.Problem;

/**
 * How a round of one mail system is taken up after it was killed.
 *
 * @param folder where pages are kept until what was read is safe; empty where every round begins from nothing
 * @param whose the mail system, and in whose name it is read
 * @param asked what is asked for: only the same is taken up
 */
public record Resuming(Optional<Path> folder, String whose, String asked) {

    /** Reads the mail system. */
    @FunctionalInterface
    public interface Reading {

        /** @param begun when the round began, which may have been before this attempt at it */
        void read(PageStore store, Instant begun) throws ConnectorException;
    }

    /**
     * Reads, with the pages of an earlier attempt where there are any.
     *
     * @throws ConnectorException where the reading fails, or the folder cannot be used
     */
    public void read(Checkpoints places, Instant now, Reading reading) throws ConnectorException {
        if (folder.isEmpty()) {
            reading.read(PageStore.NONE, now);
            return;
        }
        FilePageStore store = store(folder.get(), places);
        try {
            reading.read(store, store.begin(now));
            store.read();
        } catch (IOException | FilePageStore.Unusable e) {
            throw unusable(folder.get(), e);
        }
    }

    /**
     * What was read is safe: its pages go.
     *
     * @throws ConnectorException where the folder cannot be used
     */
    public void settled() throws ConnectorException {
        if (folder.isEmpty()) {
            return;
        }
        try {
            store(folder.get(), Checkpoints.NONE).settled();
        } catch (IOException e) {
            throw unusable(folder.get(), e);
        }
    }

    private FilePageStore store(Path parent, Checkpoints places) {
        return new FilePageStore(parent, whose, asked, places);
    }

    private static ConnectorException unusable(Path folder, Exception e) {
        return new ConnectorException(Problem.USAGE, "the folder of 'resume' cannot be used: " + folder, e);
    }
}
