package org.mimawari.connector.export;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The lines of a text, each of at most 1 MiB: what goes beyond is left out. */
final class ShellLines {

    private static final int LONGEST = 1 << 20;

    private final BufferedReader reader;
    private long number;

    ShellLines(InputStream in) {
        reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    /** The next line without its end. */
    Optional<String> next() throws IOException {
        StringBuilder line = new StringBuilder();
        int c = reader.read();
        if (c < 0) {
            return Optional.empty();
        }
        while (c >= 0 && c != '\n') {
            if (line.length() < LONGEST) {
                line.append((char) c);
            }
            c = reader.read();
        }
        number++;
        boolean windows = line.length() > 0 && line.charAt(line.length() - 1) == '\r';
        return Optional.of(windows ? line.substring(0, line.length() - 1) : line.toString());
    }

    /** The number of the line that was read last, from 1. */
    long number() {
        return number;
    }
}
