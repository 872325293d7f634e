package org.mimawari.connector.export.folder;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece of work that one program can do by itself: all sources of one format, or one source of a format whose records
 * stand by themselves, or a stretch of one.
 *
 * @param reader the place of its format's reader in the list of all
 * @param isDivisible whether stretches of it may be read apart
 * @param bytes about how much there is to read
 */
public record ExportPart(int reader, boolean isDivisible, long bytes, List<Placed> sources) implements Serializable {

    /**
     * Where another program finds a source.
     *
     * @param path as a URI; within an archive, that of the outermost archive
     * @param base as a URI, the folder below which what lies in the archive is named; empty for a plain file
     * @param owner an address, or empty
     */
    public record Placed(String path, String base, String name, String owner, List<String> folders, long offset,
            long lines, long end) implements Serializable {

        public Placed {
            folders = new ArrayList<>(folders);
        }

        boolean isPacked() {
            return !base.isEmpty();
        }
    }

    /**
     * What was seen between two places of a file.
     *
     * @param start where the first record begins that may begin a part; negative where none does
     * @param linesBefore the ends of lines in front of it
     * @param lines all ends of lines
     */
    public record Cut(long start, long linesBefore, long lines) implements Serializable {}

    public ExportPart {
        sources = new ArrayList<>(sources);
    }

    /** How many stretches of at most so many bytes there are to look for places to cut in. */
    public int stretches(long most) {
        return isDivisible ? (int) Math.max(1, (bytes + most - 1) / most) : 1;
    }

    /** The parts it falls into at these cuts, one for each stretch, in order. */
    public List<ExportPart> divided(List<Cut> cuts) {
        List<Long> offsets = new ArrayList<>();
        List<Long> lines = new ArrayList<>();
        long linesBefore = 0;
        for (int i = 0; i < cuts.size(); i++) {
            Cut cut = cuts.get(i);
            if (i == 0 || cut.start() >= 0) {
                offsets.add(i == 0 ? 0 : cut.start());
                lines.add(i == 0 ? 0 : linesBefore + cut.linesBefore());
            }
            linesBefore += cut.lines();
        }
        List<ExportPart> parts = new ArrayList<>();
        Placed whole = sources.get(0);
        for (int i = 0; i < offsets.size(); i++) {
            boolean isLast = i + 1 == offsets.size();
            long end = isLast ? Long.MAX_VALUE : offsets.get(i + 1);
            Placed part = new Placed(whole.path, whole.base, whole.name, whole.owner, whole.folders, offsets.get(i),
                    lines.get(i), end);
            parts.add(new ExportPart(reader, false, (isLast ? bytes : end) - offsets.get(i), List.of(part)));
        }
        return parts;
    }
}
