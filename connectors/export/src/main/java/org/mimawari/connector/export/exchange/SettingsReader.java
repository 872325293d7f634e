package org.mimawari.connector.export.exchange;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.export.ExportSettings;
import org.mimawari.connector.export.FormatReader;
import org.mimawari.connector.export.Preview;
import org.mimawari.connector.export.Source;
import org.mimawari.connector.export.SourceReading;
import org.mimawari.connector.export.tree.FirstRecord;
import org.mimawari.connector.export.tree.RecordFile;
import org.mimawari.connector.export.tree.Tree;
import org.mimawari.evidence.EvidenceRef;

/**
 * Reads exports of settings and sent mail: what Exchange cmdlets return as CSV or JSON, and the answers of Microsoft
 * Graph. Lists of mailboxes, users, folders and service principals are looked through first, as the others name
 * mailboxes and applications in their words; lists of rules are compared with one another before they are read.
 */
final class SettingsReader implements FormatReader {

    private static final int SURE = 85;

    private final ExportSettings settings;

    SettingsReader(ExportSettings settings) {
        this.settings = settings;
    }

    @Override
    public String format() {
        return "Exchange settings";
    }

    @Override
    public String system() {
        return MICROSOFT_365;
    }

    /** Get-Mailbox and its like give 1,000 unless they are asked for all. */
    @Override
    public Set<Long> limits() {
        return Set.of(1_000L);
    }

    @Override
    public int recognises(Preview preview) {
        if (preview.isBinary()) {
            return 0;
        }
        return type(preview) != SettingType.UNKNOWN ? SURE : 0;
    }

    /** The type of the first object, also where it stands inside an object that says whose it is. */
    private static SettingType type(Preview preview) {
        Tree first = ToolColumns.renamed(FirstRecord.of(preview));
        SettingType type = SettingType.of(first);
        if (type == SettingType.UNKNOWN) {
            type = WrappedObjects.of(first).stream().map(SettingType::of).filter(each -> each != SettingType.UNKNOWN)
                    .findFirst().orElse(SettingType.UNKNOWN);
        }
        if (type == SettingType.UNKNOWN) {
            type = WrappedObjects.emptied(first).orElseGet(() -> SettingLists.type(first));
        }
        return type != SettingType.UNKNOWN ? type : SettingLists.type(FirstRecord.around(preview));
    }

    @Override
    public boolean showsHistory() {
        return false;
    }

    @Override
    public void read(List<Source> sources, EvidenceSink sink) {
        Directory directory = new Directory();
        HiddenRules hidden = new HiddenRules();
        Map<Source, SettingType> types = new HashMap<>();
        sources.forEach(source -> types.put(source, type(source)));
        sources.stream().filter(source -> types.get(source).isForLookingUp()).forEach(source ->
                scan(source, (fields, around) -> directory.add(SettingType.of(fields), fields)));
        sources.stream().filter(source -> types.get(source) == SettingType.INBOX_RULE).forEach(source -> {
            SettingOwner owner = new SettingOwner(directory, source);
            scan(source, (fields, around) -> hidden.add(source.name(),
                    HiddenRules.owner(owner.of(SettingType.INBOX_RULE, fields, around)), new CmdletObject(fields)));
        });
        sources.forEach(source -> read(source, new SettingTranslation(settings, directory, hidden, source), sink));
    }

    private void read(Source source, SettingTranslation translation, EvidenceSink sink) {
        SettingRecords records = new SettingRecords(source, type(source), translation, sink);
        Optional<String> broken = new SourceReading(format(), sink).read(source, each -> new RecordFile(records,
                (line, why) -> sink.reject(EvidenceRef.line(source.name(), line), why)).read(each));
        records.report(broken);
    }

    /** Takes the objects of a file before it is read in earnest. */
    @FunctionalInterface
    private interface Look {
        void at(Tree fields, Tree around);
    }

    /** What is broken is named when the file is read. */
    private static void scan(Source source, Look look) {
        try {
            new RecordFile((record, around, line) -> SettingRecords.unwrapped(record, around, look::at),
                    (line, why) -> { }).read(source);
        } catch (IOException namedLater) {
            return;
        }
    }

    private static SettingType type(Source source) {
        try {
            return type(source.preview());
        } catch (IOException unreadable) {
            return SettingType.UNKNOWN;
        }
    }
}
