package org.mimawari.connector.export.microsoft;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mimawari.connector.Fingerprint;
import org.mimawari.connector.export.CsvFile;
import org.mimawari.connector.export.CsvScanner;
import org.mimawari.connector.export.JsonFile;
import org.mimawari.evidence.MailRemoval.RemovedItem;

/** Takes the records of one source, in whatever wrapping, counts each once and has the new ones translated. */
final class UnifiedAuditRecords implements CsvFile.RowScanner, JsonFile.RecordReader {

    private static final byte[] NO_BYTES = {};

    private final AuditOperations operations;
    private final AuditScene scene;
    private final AuditFieldReader fields;
    private final AuditRecord record = new AuditRecord();
    private final AuditCoverage coverage = new AuditCoverage();
    private List<AuditField> columns = List.of();
    private List<String> parameters = List.of();
    private int resultCount = -1;
    private long announced;
    private long taken;
    private boolean more;

    UnifiedAuditRecords(AuditOperations operations, AuditScene scene) {
        this.operations = operations;
        this.scene = scene;
        this.fields = new AuditFieldReader(operations);
    }

    AuditCoverage coverage() {
        return coverage;
    }

    /** What was seen so far. */
    AuditShown shown(Optional<String> broken) {
        return new AuditShown(broken, more, announced, taken, coverage.shown(), coverage.cut(), scene.seenMailboxes());
    }

    void reject(long line, String why) {
        scene.sink().reject(scene.line(line), why);
    }

    @Override
    public void page(boolean follows) {
        more = follows;
    }

    /** Reads one record in JSON; the parser stands on its object. */
    @Override
    public void read(JsonParser parser, long line) throws IOException {
        record.clear(line);
        fields.read(parser, record);
        take();
    }

    /** Reads the record on a line by itself where it can; false where a full parser must. */
    boolean line(byte[] bytes, int from, int to, long line) throws IOException {
        record.clear(line);
        boolean whole = fields.readQuickly(bytes, from, to, record, false);
        if (whole) {
            take();
        }
        return whole;
    }

    @Override
    public void columns(List<String> names) {
        columns = names.stream().map(AuditField::ofColumn).toList();
        parameters = names.stream().map(FlatProperty::parameterOf).toList();
        resultCount = names.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList().indexOf("resultcount");
    }

    /** Reads one row: its own columns first, then the details in AuditData, which say it better. */
    @Override
    public void row(CsvScanner row) throws IOException {
        if (resultCount >= 0 && resultCount < row.fields()) {
            announced = Math.max(announced, number(row.text(resultCount)));
        }
        ownColumns(row);
        int details = columns.indexOf(AuditField.AUDIT_DATA);
        boolean there = details >= 0 && details < row.fields();
        int from = there ? row.from(details) : 0;
        int to = there ? row.to(details) : 0;
        if (details >= 0 && !(there && fields.readQuickly(row.bytes(), from, to, record, true))) {
            ownColumns(row);
            fields.readAuditData(there ? row.bytes() : NO_BYTES, from, to, record);
        }
        take();
    }

    private static long number(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Long.parseLong(text) : 0;
    }

    private void ownColumns(CsvScanner row) throws IOException {
        record.clear(row.line());
        for (int i = 0; i < row.fields() && i < columns.size(); i++) {
            AuditField field = columns.get(i);
            if (field != AuditField.OTHER && field != AuditField.AUDIT_DATA && row.to(i) > row.from(i)) {
                fields.column(field, row.text(i), record);
            }
            if (!parameters.get(i).isEmpty() && row.to(i) > row.from(i)) {
                record.add(new AuditProperty(AuditField.PARAMETERS, parameters.get(i), row.text(i), ""));
            }
        }
    }

    private void take() {
        taken++;
        if (!record.has(AuditField.ID) && record.has(AuditField.ROW_ID)) {
            record.set(AuditField.ID, record.text(AuditField.ROW_ID));
        }
        if (!record.has(AuditField.OPERATION)) {
            reject(record.line(), "no audit record: it names no operation");
            return;
        }
        AuditOperation operation = operations.of(record.text(AuditField.OPERATION));
        coverage.saw(record, operation);
        if (scene.sink().admit(print())) {
            operation.translation().translate(record, scene);
        }
    }

    /** A cut record is told from the whole one, so that whichever is read first, the whole one is never lost. */
    private long print() {
        Optional<String> id = record.find(AuditField.ID);
        if (id.isEmpty()) {
            return contents();
        }
        return record.isCut() ? Fingerprint.of("cut audit record", id.get().toLowerCase(Locale.ROOT))
                : AuditId.print(id.get());
    }

    private long contents() {
        Fingerprint print = new Fingerprint().add("audit record without id");
        for (AuditField field : AuditField.values()) {
            print.add(record.text(field));
        }
        for (AuditProperty property : record.allProperties()) {
            print.add(property.name()).add(property.value()).add(property.old());
        }
        for (RemovedItem item : record.items()) {
            print.add(item.subject().orElse("")).add(item.messageId().orElse(""));
        }
        return print.value();
    }
}
