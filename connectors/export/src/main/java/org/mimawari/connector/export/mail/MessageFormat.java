package org.mimawari.connector.export.mail;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.export.ExportSettings;
import org.mimawari.connector.export.FormatReader;
import org.mimawari.connector.export.Preview;
import org.mimawari.connector.export.Source;
import org.mimawari.connector.export.SourceReading;
import org.mimawari.message.MailMessage;

/** Files of one message each: {@code .eml}, {@code .emlx} (Apple Mail), Maildir, Cyrus spools. */
final class MessageFormat implements FormatReader {

    private static final int LONGEST_COUNT = 12;

    private final ExportSettings settings;

    MessageFormat(ExportSettings settings) {
        this.settings = settings;
    }

    @Override
    public String format() {
        return "mail message";
    }

    @Override
    public int recognises(Preview preview) {
        return MailLook.message(preview);
    }

    /** Every file stands by itself. */
    @Override
    public Set<Source> concerned(List<Source> all, Set<Source> changed) {
        return changed;
    }

    @Override
    public void read(List<Source> sources, EvidenceSink sink) {
        MailCoverage coverage = new MailCoverage(format());
        MailRecords records = new MailRecords(settings, coverage, sink);
        SourceReading reading = new SourceReading(format(), sink);
        for (Source source : sources) {
            MailFolder folder = MailFolder.around(source, settings);
            reading.read(source, each -> records.take(message(each), folder, each.name(), 1))
                    .ifPresent(why -> coverage.broke(folder.place(), source.name() + " " + why));
        }
        coverage.report(sink);
    }

    private static RawMessage message(Source source) throws IOException {
        try (InputStream in = new BufferedInputStream(source.openRaw())) {
            byte[] bytes = in.readNBytes(MailMessage.LONGEST);
            long size = bytes.length + in.transferTo(OutputStream.nullOutputStream());
            return withoutCount(bytes, size);
        }
    }

    /** Apple Mail writes the length of the message before it and a property list behind it. */
    private static RawMessage withoutCount(byte[] bytes, long size) {
        int i = 0;
        long count = 0;
        while (i < bytes.length && i < LONGEST_COUNT && bytes[i] >= '0' && bytes[i] <= '9') {
            count = count * 10 + (bytes[i++] - '0');
        }
        int digits = i;
        while (i < bytes.length && i < LONGEST_COUNT + 8 && (bytes[i] == ' ' || bytes[i] == '\r')) {
            i++;
        }
        boolean counted = digits > 0 && i < bytes.length && bytes[i] == '\n';
        if (!counted) {
            return new RawMessage(bytes, size);
        }
        int end = (int) Math.min(bytes.length, i + 1 + count);
        return new RawMessage(Arrays.copyOfRange(bytes, i + 1, end), count);
    }
}
