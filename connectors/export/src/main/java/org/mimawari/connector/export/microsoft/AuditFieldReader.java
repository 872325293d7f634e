package org.mimawari.connector.export.microsoft;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.Optional;
import org.mimawari.connector.export.JsonFile;
import org.mimawari.connector.export.ScriptText;
import org.mimawari.evidence.MailRemoval.RemovedItem;

/** Fills an {@link AuditRecord} from a JSON object, passing over what the record's operation does not need. */
final class AuditFieldReader {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(100)
                    .maxStringLength(16 << 20).maxDocumentLength(-1).build())
            .build();

    private final AuditOperations operations;
    private final AuditBytes quick = new AuditBytes();

    AuditFieldReader(AuditOperations operations) {
        this.operations = operations;
    }

    /** Reads the object the parser stands on, to its end. */
    void read(JsonParser parser, AuditRecord record) throws IOException {
        readFields(new AuditJsonInput(parser), record, false);
    }

    /** Reads a record that fills these bytes; false where only a full parser can tell what it says. */
    boolean readQuickly(byte[] bytes, int from, int to, AuditRecord record, boolean inner) throws IOException {
        quick.start(bytes, from, to);
        if (quick.isOdd() || quick.kind() != AuditInput.Kind.OBJECT) {
            return false;
        }
        readFields(quick, record, inner);
        return quick.isDone();
    }

    /** Reads the JSON text of an AuditData column; where it is empty or broken the record is marked as cut. */
    void readAuditData(byte[] bytes, int from, int to, AuditRecord record) throws IOException {
        if (JsonFile.looksOtherwiseEncoded(bytes, from, to)) {
            record.markCut();
            return;
        }
        try (JsonParser parser = FACTORY.createParser(bytes, from, to - from)) {
            readAuditData(parser, record);
        }
    }

    /** Takes a column of a row. */
    void column(AuditField field, String value, AuditRecord record) throws IOException {
        if (field.isText()) {
            setText(field, value, record, false);
            return;
        }
        if (field.shape() == AuditField.Shape.PROPERTIES && FlatProperty.isRow(value)) {
            FlatProperty.row(field, value).forEach(record::add);
            return;
        }
        try (JsonParser parser = FACTORY.createParser(ScriptText.json(value))) {
            if (parser.nextToken() != null) {
                structure(field, new AuditJsonInput(parser), record);
            }
        } catch (JsonProcessingException broken) {
            record.markCut();
        }
    }

    private void readAuditData(JsonParser parser, AuditRecord record) throws IOException {
        try {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                readFields(new AuditJsonInput(parser), record, true);
                return;
            }
        } catch (JsonProcessingException broken) {
            record.markCut();
        }
        record.markCut();
    }

    /** Inner fields, those of AuditData, win over the columns of the row around them. */
    private void readFields(AuditInput input, AuditRecord record, boolean inner) throws IOException {
        boolean identified = false;
        boolean named = false;
        input.enter();
        while (input.nextField()) {
            AuditField field = input.field();
            if (field == AuditField.OTHER || !record.wants(field)) {
                input.skip();
            } else if (!field.isText()) {
                structure(field, input, record);
            } else {
                setText(field, field.shape() == AuditField.Shape.WORD ? word(input) : joined(input), record, inner);
            }
            identified |= field == AuditField.ID;
            named |= field == AuditField.OPERATION;
            if (identified && named && record.isIgnored()) {
                input.stop();
            }
        }
    }

    private void setText(AuditField field, String value, AuditRecord record, boolean inner) {
        if (value.isEmpty() || !inner && record.has(field)) {
            return;
        }
        record.set(field, value);
        if (field == AuditField.OPERATION) {
            record.want(operations.of(value));
        }
    }

    private void structure(AuditField field, AuditInput input, AuditRecord record) throws IOException {
        AuditInput.Kind kind = input.kind();
        if (kind == AuditInput.Kind.TEXT) {
            unfold(field, input.text(), record);
        } else if (kind == AuditInput.Kind.SCALAR) {
            input.skip();
        } else if (field == AuditField.AUDIT_DATA) {
            details(input, record);
        } else if (field.shape() == AuditField.Shape.PROPERTIES) {
            properties(field, input, record);
        } else {
            walk(field, input, record);
        }
    }

    private void details(AuditInput input, AuditRecord record) throws IOException {
        if (input.kind() == AuditInput.Kind.OBJECT) {
            readFields(input, record, true);
        } else {
            input.skip();
            record.markCut();
        }
    }

    /** Exports of exports keep nested values as JSON in a text. */
    private void unfold(AuditField field, String text, AuditRecord record) throws IOException {
        try (JsonParser nested = FACTORY.createParser(text)) {
            if (field == AuditField.AUDIT_DATA) {
                readAuditData(nested, record);
            } else if (nested.nextToken() != null && nested.currentToken().isStructStart()) {
                structure(field, new AuditJsonInput(nested), record);
            }
        } catch (JsonProcessingException broken) {
            record.markCut();
        }
    }

    private void properties(AuditField list, AuditInput input, AuditRecord record) throws IOException {
        if (input.kind() == AuditInput.Kind.OBJECT) {
            named(list, input, record);
            return;
        }
        input.enter();
        while (input.nextElement()) {
            if (input.kind() == AuditInput.Kind.OBJECT) {
                property(list, input, record);
            } else {
                record.add(FlatProperty.of(list, joined(input)));
            }
        }
    }

    /** An object with Name and Value, with Name, NewValue and OldValue, or with ID and Type. */
    private void property(AuditField list, AuditInput input, AuditRecord record) throws IOException {
        String name = "";
        String value = "";
        String old = "";
        boolean wanted = true;
        input.enter();
        while (input.nextField()) {
            wanted = wanted && record.wantsProperty(list, name);
            switch (wanted ? input.name() : "") {
                case "Name", "name", "Key", "key", "DisplayName", "displayName", "Type", "type" -> name = word(input);
                case "Value", "value", "NewValue", "newValue", "ID", "Id", "id" ->
                        value = comesAgain(name) ? word(input) : joined(input);
                case "OldValue", "oldValue" -> old = joined(input);
                default -> input.skip();
            }
        }
        if (wanted) {
            record.add(new AuditProperty(list, name, value, old));
        }
    }

    /** The names of properties whose values are few. */
    private static boolean comesAgain(String name) {
        return switch (name) {
            case "UserAgent", "RequestType", "IsCompliantAndManaged", "MailAccessType", "IsThrottled" -> true;
            default -> false;
        };
    }

    /** An object whose fields are the properties. */
    private void named(AuditField list, AuditInput input, AuditRecord record) throws IOException {
        input.enter();
        while (input.nextField()) {
            String name = input.name();
            record.add(new AuditProperty(list, name, joined(input), ""));
        }
    }

    private static String word(AuditInput input) throws IOException {
        return input.kind() == AuditInput.Kind.TEXT ? input.word() : joined(input);
    }

    private static String joined(AuditInput input) throws IOException {
        AuditInput.Kind kind = input.kind();
        return kind == AuditInput.Kind.OBJECT || kind == AuditInput.Kind.ARRAY ? input.flat() : input.text();
    }

    /** Folders and items: their paths, subjects and message ids, whatever lies around them. */
    private void walk(AuditField field, AuditInput input, AuditRecord record) throws IOException {
        if (input.kind() == AuditInput.Kind.OBJECT) {
            walkObject(field, input, record);
        } else if (input.kind() == AuditInput.Kind.ARRAY) {
            input.enter();
            while (input.nextElement()) {
                walk(field, input, record);
            }
        } else {
            input.skip();
        }
    }

    private void walkObject(AuditField field, AuditInput input, AuditRecord record) throws IOException {
        String subject = "";
        String messageId = "";
        input.enter();
        while (input.nextField()) {
            switch (input.name()) {
                case "Subject" -> subject = joined(input);
                case "InternetMessageId" -> messageId = joined(input);
                default -> inside(field, input, record);
            }
        }
        if (field == AuditField.ITEM || field == AuditField.AFFECTED) {
            record.addItem(new RemovedItem(filled(subject), filled(messageId)));
        }
    }

    private void inside(AuditField field, AuditInput input, AuditRecord record) throws IOException {
        switch (input.name()) {
            case "Path" -> setText(pathOf(field), joined(input), record, false);
            case "FolderItems" -> countItems(input, record);
            case "ParentFolder" -> walk(parentOf(field), input, record);
            case "MemberUpn", "MemberSid" -> setText(AuditField.MEMBER, joined(input), record, false);
            case "MemberRights" -> setText(AuditField.MEMBER_RIGHTS, joined(input), record, false);
            case "Attachments" -> setText(AuditField.ATTACHMENTS, joined(input), record, false);
            case "SizeInBytes" -> setText(AuditField.SIZE, joined(input), record, false);
            case "AADSessionId" -> setText(AuditField.SESSION, joined(input), record, false);
            default -> input.skip();
        }
    }

    private static void countItems(AuditInput input, AuditRecord record) throws IOException {
        if (input.kind() != AuditInput.Kind.ARRAY) {
            input.skip();
            return;
        }
        input.enter();
        while (input.nextElement()) {
            input.skip();
            record.countItem();
        }
    }

    /** The texts of FOLDER and DESTINATION are their paths. */
    private static AuditField pathOf(AuditField field) {
        return field == AuditField.DESTINATION ? AuditField.DESTINATION : AuditField.FOLDER;
    }

    private static AuditField parentOf(AuditField field) {
        return field == AuditField.ITEM || field == AuditField.AFFECTED ? AuditField.FOLDER : field;
    }

    private static Optional<String> filled(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
