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
import org.mimawari.connector.export.serverlog.RotatedSets;

/**
 * Tells files that are as they were in the last round from those that are new, grew or changed. Says to the checkpoints
 * what becomes of what was read of them.
 */
final class NewFiles {

    private final Checkpoints checkpoints;
    private final Map<Source, FileMark> unchanged = new LinkedHashMap<>();
    private final Map<Source, FileMark> grown = new HashMap<>();
    private final List<Source> others = new ArrayList<>();

    NewFiles(List<Source> sources, Checkpoints checkpoints) {
        this.checkpoints = checkpoints;
        for (Source source : sources) {
            sort(source);
        }
        withdraw(sources);
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

    /** A file that was rotated away showed what it showed; one that was taken out of the folder shows it no longer. */
    private void withdraw(List<Source> sources) {
        Set<String> names = new HashSet<>();
        sources.forEach(source -> names.add(source.name()));
        Set<String> logs = new HashSet<>();
        names.forEach(name -> logs.add(RotatedSets.base(name)));
        for (String known : checkpoints.sources()) {
            boolean isFile = checkpoints.find(known).flatMap(FileMark::parsed).isPresent();
            boolean isRotated = logs.contains(RotatedSets.base(known));
            if (!names.contains(known) && isFile && !isRotated) {
                checkpoints.withdraw(known);
            } else if (!names.contains(known)) {
                checkpoints.find(known).ifPresent(place -> checkpoints.put(known, place));
                checkpoints.keep(known);
            }
        }
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
        checkpoints.replace(source.name());
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
