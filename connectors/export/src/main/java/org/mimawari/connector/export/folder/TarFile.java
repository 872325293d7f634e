package org.mimawari.connector.export.folder;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Unpacks the files of a tar archive (POSIX ustar and pax, GNU long names) below a folder. Links and devices are passed
 * over; no name leads out of the folder. At most 200,000 files.
 */
final class TarFile {

    private static final int BLOCK = 512;
    private static final int MOST_FILES = 200_000;
    private static final int LONGEST_NAME = 64 * 1024;

    private final InputStream in;
    private final byte[] header = new byte[BLOCK];
    private Optional<String> longName = Optional.empty();

    TarFile(InputStream in) {
        this.in = in;
    }

    /** @throws IOException where the archive is cut or has too many files */
    void unpack(Path folder) throws IOException {
        int files = 0;
        while (in.readNBytes(header, 0, BLOCK) == BLOCK && header[0] != 0) {
            long size = number(124, 12);
            char type = (char) header[156];
            if (type == 'L' || type == 'x') {
                longName = name(type, in.readNBytes((int) Math.min(size, LONGEST_NAME)), longName);
                skip(size - Math.min(size, LONGEST_NAME));
            } else if (type == '0' || type == 0) {
                if (++files > MOST_FILES) {
                    throw new IOException("the archive has more than " + MOST_FILES + " files");
                }
                file(folder, size);
            } else {
                skip(size);
                longName = Optional.empty();
            }
            skip((BLOCK - size % BLOCK) % BLOCK);
        }
    }

    private void file(Path folder, long size) throws IOException {
        String name = longName.orElseGet(this::shortName);
        longName = Optional.empty();
        Optional<Path> target = inside(folder, name);
        if (target.isEmpty()) {
            skip(size);
            return;
        }
        Files.createDirectories(target.get().getParent());
        try (OutputStream out = Files.newOutputStream(target.get())) {
            copy(out, size);
        }
        Files.setLastModifiedTime(target.get(), FileTime.fromMillis(number(136, 12) * 1000));
    }

    private static Optional<Path> inside(Path folder, String name) {
        try {
            String below = Arrays.stream(name.split("/")).filter(part -> !part.isEmpty() && !part.equals(".."))
                    .collect(Collectors.joining("/"));
            Path target = folder.resolve(below).normalize();
            return target.startsWith(folder) && !target.equals(folder) && !Files.isDirectory(target)
                    ? Optional.of(target) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private String shortName() {
        String prefix = new String(header, 257, 6, StandardCharsets.US_ASCII).equals("ustar\0") ? text(345, 155) : "";
        return prefix.isEmpty() ? text(0, 100) : prefix + "/" + text(0, 100);
    }

    /** GNU gives the name alone, pax {@code LENGTH path=NAME} among other lines. */
    private static Optional<String> name(char type, byte[] bytes, Optional<String> before) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (type == 'L') {
            return Optional.of(text.replace("\0", ""));
        }
        return text.lines().filter(line -> line.contains(" path=")).findFirst()
                .map(line -> line.substring(line.indexOf(" path=") + 6)).or(() -> before);
    }

    private String text(int from, int length) {
        int end = from;
        while (end < from + length && header[end] != 0) {
            end++;
        }
        return new String(header, from, end - from, StandardCharsets.UTF_8);
    }

    /** Octal digits. */
    private long number(int from, int length) throws IOException {
        long value = 0;
        for (char c : text(from, length).strip().toCharArray()) {
            if (c < '0' || c > '7') {
                throw new IOException("the archive is broken: a size is no number");
            }
            value = value * 8 + c - '0';
        }
        return value;
    }

    private void copy(OutputStream out, long size) throws IOException {
        byte[] block = new byte[64 * 1024];
        long left = size;
        while (left > 0) {
            int count = in.read(block, 0, (int) Math.min(left, block.length));
            if (count < 0) {
                throw new EOFException("the archive ends within a file");
            }
            out.write(block, 0, count);
            left -= count;
        }
    }

    private void skip(long bytes) throws IOException {
        copy(OutputStream.nullOutputStream(), bytes);
    }
}
