package org.mimawari.cluster;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Holds what is read of parts until it is asked for, in a file that only this user can read where it is much. Not safe
 * for several threads.
 */
final class RowStore implements AutoCloseable {

    private final long budget;
    private final List<ReadRow> held = new ArrayList<>();
    private long bytes;
    private Optional<Path> file = Optional.empty();
    private Optional<DataOutputStream> out = Optional.empty();
    private long written;

    /** @param budget bytes to hold in memory */
    RowStore(long budget) {
        this.budget = budget;
    }

    void add(ReadRow row) {
        held.add(row);
        bytes += row.bytes().length;
        if (bytes > budget) {
            spill();
        }
    }

    private void spill() {
        try {
            if (out.isEmpty()) {
                Path made = Files.createTempFile("mimawari-rows-", "");
                file = Optional.of(made);
                out = Optional.of(new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(made))));
            }
            for (ReadRow row : held) {
                row.write(out.get());
                written++;
            }
            held.clear();
            bytes = 0;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep what was read", e);
        }
    }

    /** Everything that was added; to be asked for once, when all of it was. */
    Iterator<ReadRow> rows() throws IOException {
        if (out.isEmpty()) {
            return held.iterator();
        }
        spill();
        out.get().close();
        DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file.orElseThrow())));
        return new Iterator<>() {

            private long left = written;

            @Override
            public boolean hasNext() {
                return left > 0;
            }

            @Override
            public ReadRow next() {
                if (left-- <= 0) {
                    throw new NoSuchElementException();
                }
                try {
                    return ReadRow.read(in);
                } catch (IOException e) {
                    throw new UncheckedIOException("cannot read what was kept", e);
                }
            }
        };
    }

    @Override
    public void close() {
        try {
            if (out.isPresent()) {
                out.get().close();
                Files.deleteIfExists(file.orElseThrow());
            }
        } catch (IOException leftBehind) {
            // What is left of a temporary file must not spoil what was read; the path is the worker's own folder.
            return;
        }
    }
}
