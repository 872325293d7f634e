package org.mimawari.connector.export.mail;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.export.ExportSettings;
import org.mimawari.connector.export.FormatReader;
import org.mimawari.connector.export.Preview;
import org.mimawari.connector.export.Source;
import org.mimawari.connector.export.SourceReading;

/** Mail folders in mbox form: Thunderbird, mutt, Dovecot, Google Takeout and Vault. Messages are streamed. */
final class MboxFormat implements FormatReader {

    private final ExportSettings settings;

    MboxFormat(ExportSettings settings) {
        this.settings = settings;
    }

    @Override
    public String format() {
        return "mail folder (mbox)";
    }

    @Override
    public int recognises(Preview preview) {
        return MailLook.mbox(preview);
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
            MailFolder folder = MailFolder.ofFile(source, settings);
            reading.read(source, each -> messages(each, folder, records))
                    .ifPresent(why -> coverage.broke(folder.place(), why));
        }
        coverage.report(sink);
    }

    private static void messages(Source source, MailFolder folder, MailRecords records) throws IOException {
        try (InputStream in = source.openRaw()) {
            MboxStream mbox = new MboxStream(in);
            long number = 0;
            for (Optional<RawMessage> raw = mbox.next(); raw.isPresent(); raw = mbox.next()) {
                records.take(raw.get(), folder, source.name(), ++number);
            }
        }
    }
}
