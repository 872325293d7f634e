package org.mimawari.connector.export.google;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.export.ExportSettings;
import org.mimawari.connector.export.FormatReader;
import org.mimawari.connector.export.JsonFile;
import org.mimawari.connector.export.Preview;
import org.mimawari.connector.export.Source;
import org.mimawari.connector.export.SourceReading;

/**
 * Reads settings of mailboxes and accounts in JSON, as the Gmail API and the Directory API answer: filters, forwarding,
 * send-as addresses, delegates, vacation, IMAP, POP, applications, application passwords and users, alone or gathered.
 */
public final class GmailSettingsReader implements FormatReader {

    /** Any of these lists of field names together is a setting of Google's. */
    private static final List<List<String>> MARKS = List.of(List.of("\"forwardingEmail\""), List.of("\"sendAsEmail\""),
            List.of("\"delegateEmail\""), List.of("\"enableAutoReply\""), List.of("\"accessWindow\""),
            List.of("\"expungeBehavior\""), List.of("\"autoExpunge\""), List.of("\"isEnrolledIn2Sv\""),
            List.of("\"admin#directory#"), List.of("\"criteria\"", "\"action\""), List.of("\"addLabelIds\""),
            List.of("\"removeLabelIds\""), List.of("\"disposition\"", "\"emailAddress\""),
            List.of("\"clientId\"", "\"displayText\"", "\"scopes\""), List.of("\"codeId\"", "\"creationTime\""),
            List.of("\"forwardingAddresses\""), List.of("\"autoForwarding\""));

    private final ExportSettings settings;

    public GmailSettingsReader(ExportSettings settings) {
        this.settings = settings;
    }

    @Override
    public String format() {
        return "Gmail and Google Workspace account settings";
    }

    @Override
    public String system() {
        return GOOGLE_WORKSPACE;
    }

    @Override
    public int recognises(Preview preview) {
        String text = preview.text();
        return preview.looksLikeJson() && MARKS.stream().anyMatch(marks -> marks.stream().allMatch(text::contains))
                ? 80 : 0;
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
        try (InputStream in = source.open()) {
            new JsonFile((parser, line) -> record(parser, line, records), records::reject).read(in);
        }
    }

    private static void record(JsonParser parser, long line, SettingRecords records) throws IOException {
        Optional<JsonNode> tree = JsonTree.read(parser);
        if (tree.isPresent()) {
            records.take(tree.get(), line);
        } else {
            records.reject(line, "the record is too large");
        }
    }
}
