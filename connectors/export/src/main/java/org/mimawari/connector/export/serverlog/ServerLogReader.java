package org.mimawari.connector.export.serverlog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Optional;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.export.ExportSettings;
import org.mimawari.connector.export.FormatReader;
import org.mimawari.connector.export.Preview;
import org.mimawari.connector.export.Source;
import org.mimawari.evidence.EvidenceRef;

/**
 * Reads logs of Postfix, Dovecot, Exim, Cyrus and Courier. The files of a rotated log are one stream; several logs are
 * read side by side in the order of time, as a server may write what belongs together into different files. Every line
 * is a record: lines of other programs are read and hold nothing, and only what is no line of a log is rejected.
 */
final class ServerLogReader implements FormatReader {

    private static final int MOST_AT_ONCE = 16;

    private final ExportSettings settings;

    ServerLogReader(ExportSettings settings) {
        this.settings = settings;
    }

    @Override
    public String format() {
        return "mail server log";
    }

    @Override
    public String system() {
        return MAIL_SERVER;
    }

    @Override
    public int recognises(Preview preview) {
        return LogRecognition.sure(preview);
    }

    /** A message or session may have begun in the file before: that one is read again with it. */
    @Override
    public Set<Source> concerned(List<Source> all, Set<Source> changed) {
        Set<Source> concerned = new HashSet<>(changed);
        for (List<Source> set : RotatedSets.of(all)) {
            for (int i = 1; i < set.size(); i++) {
                if (changed.contains(set.get(i))) {
                    concerned.add(set.get(i - 1));
                }
            }
        }
        return concerned;
    }

    @Override
    public void read(List<Source> sources, EvidenceSink sink) {
        Map<String, String> broken = new HashMap<>();
        List<LogSource> logs = new ArrayList<>();
        MailLog mail = new MailLog(settings.ownDomains(), sink::accept);
        List<List<Source>> sets = RotatedSets.of(sources);
        for (int from = 0; from < sets.size(); from += MOST_AT_ONCE) {
            List<LogStream> streams = new ArrayList<>();
            for (List<Source> set : sets.subList(from, Math.min(sets.size(), from + MOST_AT_ONCE))) {
                LogStream stream = new LogStream(set, settings.zone(), (source, e) -> broken(source, e, broken, sink));
                logs.addAll(stream.logs());
                if (stream.next()) {
                    streams.add(stream);
                }
            }
            merge(streams, mail, sink);
        }
        mail.finish();
        new LogCoverage(sink, logs, broken).report();
    }

    private static void merge(List<LogStream> streams, MailLog mail, EvidenceSink sink) {
        while (!streams.isEmpty()) {
            LogStream first = streams.get(0);
            for (LogStream each : streams) {
                first = each.order() < first.order() ? each : first;
            }
            take(first, mail, sink);
            if (!first.next()) {
                streams.remove(first);
            }
        }
    }

    private static void take(LogStream stream, MailLog mail, EvidenceSink sink) {
        LogLine line = stream.line();
        if (!stream.isFramed()) {
            String why = stream.isOverlong() ? "the line is longer than " + LineReader.LONGEST + " bytes"
                    : "no line of a log: it begins with no time stamp";
            sink.reject(EvidenceRef.line(line.source.name(), line.number), why);
        } else if (sink.admit(stream.fingerprint())) {
            mail.read(line);
        }
    }

    private static void broken(Source source, IOException e, Map<String, String> broken, EvidenceSink sink) {
        String why = "read only in part: " + Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
        broken.put(source.name(), why);
        sink.reject(new EvidenceRef(source.name(), "end", Optional.empty()), why);
    }
}
