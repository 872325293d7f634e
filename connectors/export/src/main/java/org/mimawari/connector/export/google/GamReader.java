package org.mimawari.connector.export.google;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.export.CsvFile;
import org.mimawari.connector.export.CsvRow;
import org.mimawari.connector.export.ExportSettings;
import org.mimawari.connector.export.FormatReader;
import org.mimawari.connector.export.Preview;
import org.mimawari.connector.export.Source;
import org.mimawari.connector.export.SourceReading;
import org.mimawari.evidence.MailboxAddress;

/**
 * Reads tables that GAM prints of settings: filters, forwarding, delegates, send-as, vacation, tokens, users and
 * others.
 */
public final class GamReader implements FormatReader {

    private final ExportSettings settings;

    public GamReader(ExportSettings settings) {
        this.settings = settings;
    }

    @Override
    public String format() {
        return "GAM table of settings";
    }

    @Override
    public String system() {
        return GOOGLE_WORKSPACE;
    }

    @Override
    public int recognises(Preview preview) {
        return preview.looksLikeJson() ? 0 : GamTable.of(GamTable.columns(preview.firstLine())).isPresent() ? 82 : 0;
    }

    @Override
    public boolean showsHistory() {
        return false;
    }

    @Override
    public void read(List<Source> sources, EvidenceSink sink) {
        SourceReading reading = new SourceReading(format(), sink);
        for (Source source : sources) {
            SettingRecords records = new SettingRecords(source, settings.mailbox(), sink);
            Optional<String> broken = reading.read(source, whole -> read(whole, records));
            records.coverage().report(source, format(), broken, sink);
        }
    }

    private static void read(Source source, SettingRecords records) throws IOException {
        GamTable table = GamTable.of(GamTable.columns(source.preview().firstLine()))
                .orElseThrow(() -> new IOException("its columns are of no table that GAM prints"));
        table.kind().ifPresent(kind -> records.coverage().saw(kind, Optional.empty()));
        try (InputStream in = source.open()) {
            new CsvFile((CsvRow row, long line) -> row(row, line, table, records), records::reject).read(in);
        }
    }

    private static void row(CsvRow row, long line, GamTable table, SettingRecords records) {
        GamRow setting = GamRow.of(row, table);
        Optional<MailboxAddress> owner = row.find("User", "primaryEmail", "userKey", "owner", "email")
                .flatMap(MailboxAddress::findFull).or(records::loose);
        Optional<SettingKind> kind = table.kind().or(() -> SettingKind.of(setting.fields()));
        if (kind.isEmpty()) {
            records.reject(line, "no setting of Google Workspace is in it");
        } else {
            records.take(kind.get(), setting.fields(), owner, line);
        }
    }
}
