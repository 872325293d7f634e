package org.mimawari.connector.export.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.Checkpoints;
import org.mimawari.connector.export.FormatReader;
import org.mimawari.connector.export.Source;

/**
 * Tells files that are as they were in the last round from those that are new, grew or changed. Says to the checkpoints
 * what becomes of what was read of them.
 */
final class NewFiles {

    private static final List<String> PACKED = List.of(".gz", ".zst", ".bz2", ".xz");

    private final Checkpoints checkpoints;
    private final Set<String> names = new HashSet<>();
    private final Map<String, Long> beginnings = new HashMap<>();
    private final Set<String> history = new HashSet<>();
    private final Map<Source, FileMark> unchanged = new LinkedHashMap<>();
    private final Map<Source, FileMark> grown = new HashMap<>();
    private final List<Source> others = new ArrayList<>();

    NewFiles(List<Source> sources, Checkpoints checkpoints, List<FormatReader> readers) {
        this.checkpoints = checkpoints;
        sources.forEach(source -> names.add(source.name()));
        readers.stream().filter(FormatReader::showsHistory).forEach(reader -> history.add(reader.format()));
        for (Source source : sources) {
            sort(source);
        }
        withdraw();
    }

    private void sort(Source source) {
        Optional<FileMark> mark = checkpoints.find(source.name()).flatMap(FileMark::parsed);
        try {
            BasicFileAttributes now = Files.readAttributes(source.path(), BasicFileAttributes.class);
            if (mark.isPresent() && mark.get().isUnchanged(now)) {
                unchanged.put(source, mark.get());
            } else {
                if (mark.isPresent() && mark.get().hasGrown(source.path(), now)) {
                    grown.put(source, mark.get());
                }
                others.add(source);
            }
        } catch (IOException e) {
            others.add(source);
        }
    }

    /**
     * What a log told stays told when the log is gone, unless it only has another name now; what was set is not set any more
     * where its file was taken out of the folder.
     */
    private void withdraw() {
        for (String known : checkpoints.sources()) {
            if (names.contains(known)) {
                continue;
            }
            Optional<FileMark> mark = checkpoints.find(known).flatMap(FileMark::parsed);
            boolean isTold = mark.filter(each -> history.contains(each.format())).isPresent();
            if (mark.isPresent() && (!isTold || isElsewhere(mark.get(), known))) {
                checkpoints.withdraw(known);
            } else {
                checkpoints.find(known).ifPresent(place -> checkpoints.put(known, place));
                checkpoints.keep(known);
            }
        }
    }

    /** True where some file holds what this one held, or is it in packed form. */
    private boolean isElsewhere(FileMark mark, String name) {
        boolean isPacked = PACKED.stream().anyMatch(ending -> names.contains(name + ending));
        return isPacked || mark.beginning().filter(begins -> beginnings().getOrDefault(begins, 0L) >= mark.size()).isPresent();
    }

    /** How large the largest file is that begins so. */
    private Map<String, Long> beginnings() {
        if (beginnings.isEmpty()) {
            unchanged.values().forEach(this::begins);
            for (Source source : others) {
                begins(mark(source, "", false));
            }
        }
        return beginnings;
    }

    private void begins(FileMark mark) {
        mark.beginning().ifPresent(begins -> beginnings.merge(begins, mark.size(), Math::max));
    }

    /** Files that have to be looked at: new, grown or changed. */
    List<Source> toRecognise() {
        return others;
    }

    /**
     * What to read of each format.
     *
     * @param recognised the new, grown and changed files by format
     * @param readers all formats
     */
    Map<FormatReader, List<Source>> toRead(Map<FormatReader, List<Source>> recognised, List<FormatReader> readers,
            List<Source> order) {
        Map<FormatReader, List<Source>> toRead = new LinkedHashMap<>();
        for (FormatReader reader : readers) {
            Set<Source> changed = new HashSet<>(recognised.getOrDefault(reader, List.of()));
            Set<Source> all = new HashSet<>(changed);
            unchanged.forEach((source, mark) -> {
                if (mark.format().equals(reader.format())) {
                    all.add(source);
                }
            });
            List<Source> ordered = order.stream().filter(all::contains).toList();
            Set<Source> concerned = reader.concerned(ordered, changed);
            List<Source> reading = ordered.stream().filter(concerned::contains).map(source -> begun(reader, source)).toList();
            ordered.stream().filter(source -> !concerned.contains(source)).forEach(this::keep);
            if (!reading.isEmpty()) {
                toRead.put(reader, reading);
            }
        }
        unchanged.forEach((source, mark) -> {
            if (readers.stream().noneMatch(reader -> reader.format().equals(mark.format()))) {
                keep(source);
            }
        });
        return toRead;
    }

    private void keep(Source source) {
        checkpoints.put(source.name(), unchanged.get(source).text());
        checkpoints.keep(source.name());
    }

    private Source begun(FormatReader reader, Source source) {
        FileMark mark = grown.get(source);
        if (mark != null && mark.format().equals(reader.format()) && mark.lines() > 0) {
            return source.from(mark.end());
        }
        Optional<FileMark> before = checkpoints.find(source.name()).flatMap(FileMark::parsed);
        boolean mayBeLost = reader.showsHistory() && mark == null
                && before.filter(each -> !isElsewhere(each, source.name())).isPresent();
        if (mayBeLost) {
            checkpoints.renew(source.name());
        } else {
            checkpoints.replace(source.name());
        }
        return source;
    }

    /** How a file stands before it is read. One that cannot be looked at is read anew in the next round. */
    FileMark mark(Source source, String format, boolean mayGrow) {
        if (checkpoints == Checkpoints.NONE) {
            return FileMark.UNKNOWN;
        }
        try {
            return FileMark.of(source.path(), format, mayGrow, source.start());
        } catch (IOException e) {
            return FileMark.UNKNOWN;
        }
    }
}
