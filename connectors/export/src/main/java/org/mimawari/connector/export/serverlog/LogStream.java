package org.mimawari.connector.export.serverlog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.mimawari.connector.export.Source;

/**
 * The lines of one rotated log as one stream, oldest file first, each line framed and dated. A file that breaks off is
 * reported, and the next one goes on.
 */
final class LogStream {

    private static final Instant PLAUSIBLE = Instant.parse("2000-01-01T00:00:00Z");

    private final List<Source> sources;
    private final List<YearWalk> years = new ArrayList<>();
    private final List<LogSource> logs = new ArrayList<>();
    private final BiConsumer<Source, IOException> broken;
    private final LogFraming framing;
    private final LogLine line = new LogLine();
    private final Repeats repeats = new Repeats();
    private int index = -1;
    private Optional<InputStream> in = Optional.empty();
    private long sizeAtOpening;
    private LineReader lines = new LineReader(InputStream.nullInputStream());
    private boolean framed;
    private long fingerprint;
    private long order = LogLine.NO_TIME;

    /** @param broken is told of files that break off */
    LogStream(List<Source> sources, ZoneId zone, BiConsumer<Source, IOException> broken) {
        this.sources = sources;
        this.broken = broken;
        this.framing = new LogFraming(zone, new YearWalk(PLAUSIBLE.atZone(ZoneOffset.UTC).getYear(), Long.MAX_VALUE));
        sources.forEach(source -> logs.add(new LogSource(source.name())));
        date();
    }

    /** Moves to the next line; false at the end of the last file. */
    boolean next() {
        while (true) {
            try {
                if (lines.next(line) && !(lines.isUnfinished() && hasGrown())) {
                    take();
                    return true;
                }
                checkSize();
            } catch (IOException e) {
                broken.accept(sources.get(index), e);
            }
            if (!open()) {
                return false;
            }
        }
    }

    LogLine line() {
        return line;
    }

    /** False where the line has no beginning as lines of logs have. */
    boolean isFramed() {
        return framed;
    }

    boolean isOverlong() {
        return lines.isOverlong();
    }

    /**
     * Equal for the same line of the same second in overlapping files and in the journal, different for its repetition in
     * one file.
     */
    long fingerprint() {
        return fingerprint;
    }

    /** The time by which this line is merged with other logs: its own, or that of the lines before. */
    long order() {
        return order;
    }

    List<LogSource> logs() {
        return logs;
    }

    private void take() {
        line.source = logs.get(index);
        byte[] bytes = line.bytes;
        int from = line.from;
        int to = line.to;
        framed = !lines.isOverlong() && framing.frame(line);
        order = line.time == LogLine.NO_TIME ? order : line.time;
        boolean known = framed && line.pid != 0 && line.time != LogLine.NO_TIME;
        long hash = known ? contents() : LineHash.of(bytes, from, to);
        fingerprint = LineHash.with(hash, repeats.before(hash, line.time));
    }

    /** A log may grow while it is read; its last line may then be only half written, and is left for the next round. */
    private boolean hasGrown() throws IOException {
        return Files.size(sources.get(index).path()) > sizeAtOpening;
    }

    /** @throws IOException where somebody emptied the log under our hands, as some rotate it */
    private void checkSize() throws IOException {
        if (index >= 0 && index < sources.size() && Files.size(sources.get(index).path()) < sizeAtOpening) {
            throw new IOException("it became shorter while it was read");
        }
    }

    /** What a line keeps whoever wrote it down: the journal's export and the syslog file of one host hold it alike. */
    private long contents() {
        long message = LineHash.of(line.bytes, line.message, line.to);
        return LineHash.with(LineHash.with(message, line.pid), Math.floorDiv(line.time, 1000L));
    }

    private boolean open() {
        close();
        if (++index >= sources.size()) {
            return false;
        }
        repeats.clear();
        framing.years(years.get(index));
        try {
            sizeAtOpening = Files.size(sources.get(index).path());
            InputStream opened = sources.get(index).open();
            in = Optional.of(opened);
            lines = new LineReader(opened);
        } catch (IOException e) {
            broken.accept(sources.get(index), e);
            lines = new LineReader(InputStream.nullInputStream());
        }
        return true;
    }

    private void close() {
        try {
            if (in.isPresent()) {
                in.get().close();
            }
        } catch (IOException e) {
            broken.accept(sources.get(index), e);
        }
        in = Optional.empty();
    }

    /** Walks from the newest file back, each ending no later than it was written, nor much after the next begins. */
    private void date() {
        long nextBegins = Long.MAX_VALUE - YearWalk.DISORDER;
        for (int i = sources.size() - 1; i >= 0; i--) {
            long latest = Math.min(written(sources.get(i)), nextBegins + YearWalk.DISORDER);
            Optional<LogSpan> span = span(sources.get(i));
            int year = span.map(each -> each.startYear(latest)).orElse(LocalDate.ofEpochDay(latest).getYear());
            years.add(0, new YearWalk(year, latest));
            if (span.isPresent()) {
                LogSpan.Date first = span.get().first();
                nextBegins = new YearWalk(year, latest).epochDay(first.month(), first.day());
            }
        }
    }

    /** The day after the file was last written; where that is not known, that of the youngest file of the set. */
    private long written(Source source) {
        Instant modified = source.modified();
        if (modified.isBefore(PLAUSIBLE)) {
            modified = sources.stream().map(Source::modified).max(Instant::compareTo).orElse(modified);
        }
        return modified.plus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay();
    }

    /** A file that cannot be read is reported when its turn comes. */
    private static Optional<LogSpan> span(Source source) {
        try {
            return LogSpan.of(source);
        } catch (IOException later) {
            return Optional.empty();
        }
    }
}
