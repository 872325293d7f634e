package org.mimawari.connector.export.microsoft;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.Optional;
import org.mimawari.connector.export.JsonFile;
import org.mimawari.evidence.MailRemoval.RemovedItem;

/** Fills an {@link AuditRecord} from a JSON object, passing over what the record's operation does not need. */
final class AuditFieldReader {

    private static final int CAP = 64 * 1024;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(100)
                    .maxStringLength(16 << 20).maxDocumentLength(-1).build())
            .build();

    private final AuditOperations operations;

    AuditFieldReader(AuditOperations operations) {
        this.operations = operations;
    }

    /** Reads the object the parser stands on, to its end. */
    void read(JsonParser parser, AuditRecord record) throws IOException {
        readFields(parser, record, false);
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
        if (field.shape() == AuditField.Shape.TEXT) {
            setText(field, value, record, false);
            return;
        }
        try (JsonParser parser = FACTORY.createParser(value)) {
            if (parser.nextToken() != null) {
                structure(field, parser, record);
            }
        } catch (JsonProcessingException broken) {
            record.markCut();
        }
    }

    private void readAuditData(JsonParser parser, AuditRecord record) throws IOException {
        try {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                readFields(parser, record, true);
                return;
            }
        } catch (JsonProcessingException broken) {
            record.markCut();
        }
        record.markCut();
    }

    /** Inner fields, those of AuditData, win over the columns of the row around them. */
    private void readFields(JsonParser parser, AuditRecord record, boolean inner) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            AuditField field = AuditField.of(parser.currentName());
            JsonToken token = parser.nextToken();
            if (field == AuditField.OTHER || !record.wants(field)) {
                parser.skipChildren();
            } else if (field.shape() != AuditField.Shape.TEXT) {
                structure(field, parser, record);
            } else if (token.isStructStart()) {
                setText(field, joined(parser), record, inner);
            } else {
                setText(field, AuditTexts.text(parser), record, inner);
            }
        }
    }

    private void setText(AuditField field, String value, AuditRecord record, boolean inner) {
        if (value.isEmpty() || !inner && record.has(field)) {
            return;
        }
        record.set(field, value);
        if (field == AuditField.OPERATION) {
            record.want(operations.of(value).fields());
        }
    }

    private void structure(AuditField field, JsonParser parser, AuditRecord record) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            unfold(field, parser, record);
        } else if (field == AuditField.AUDIT_DATA) {
            object(parser, record);
        } else if (field.shape() == AuditField.Shape.PROPERTIES) {
            properties(field, parser, record);
        } else {
            walk(field, parser, record);
        }
    }

    private void object(JsonParser parser, AuditRecord record) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            readFields(parser, record, true);
        } else {
            parser.skipChildren();
            record.markCut();
        }
    }

    /** Exports of exports keep nested values as JSON in a text. */
    private void unfold(AuditField field, JsonParser parser, AuditRecord record) throws IOException {
        try (JsonParser nested = FACTORY.createParser(parser.getTextCharacters(), parser.getTextOffset(),
                parser.getTextLength())) {
            if (field == AuditField.AUDIT_DATA) {
                readAuditData(nested, record);
            } else if (nested.nextToken() != null && nested.currentToken().isStructStart()) {
                structure(field, nested, record);
            }
        } catch (JsonProcessingException broken) {
            record.markCut();
        }
    }

    private void properties(AuditField list, JsonParser parser, AuditRecord record) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            named(list, parser, record);
            return;
        }
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                property(list, parser, record);
            } else {
                record.add(new AuditProperty(list, joined(parser), "", ""));
            }
        }
    }

    /** {@code {"Name": …, "Value": …}}, {@code {"Name": …, "NewValue": …, "OldValue": …}} or {@code {"ID": …, "Type": …}}. */
    private void property(AuditField list, JsonParser parser, AuditRecord record) throws IOException {
        String name = "";
        String value = "";
        String old = "";
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String part = parser.currentName();
            parser.nextToken();
            switch (part) {
                case "Name", "name", "Key", "key", "DisplayName", "displayName", "Type", "type" -> name = joined(parser);
                case "Value", "value", "NewValue", "newValue", "ID", "Id", "id" -> value = joined(parser);
                case "OldValue", "oldValue" -> old = joined(parser);
                default -> parser.skipChildren();
            }
        }
        record.add(new AuditProperty(list, name, value, old));
    }

    /** An object whose fields are the properties. */
    private void named(AuditField list, JsonParser parser, AuditRecord record) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            record.add(new AuditProperty(list, name, joined(parser), ""));
        }
    }

    /** A scalar as text; a list of scalars joined with semicolons; anything else as JSON. */
    private static String joined(JsonParser parser) throws IOException {
        if (!parser.currentToken().isStructStart()) {
            return AuditTexts.text(parser);
        }
        String flat = AuditJson.flat(parser);
        return flat.length() <= CAP ? flat : flat.substring(0, CAP);
    }

    /** Folders and items: their paths, subjects and message ids, whatever lies around them. */
    private void walk(AuditField field, JsonParser parser, AuditRecord record) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            walkObject(field, parser, record);
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
                walk(field, parser, record);
            }
        }
    }

    private void walkObject(AuditField field, JsonParser parser, AuditRecord record) throws IOException {
        String subject = "";
        String messageId = "";
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "Subject" -> subject = AuditTexts.text(parser);
                case "InternetMessageId" -> messageId = text(parser);
                default -> inside(field, name, parser, record);
            }
        }
        if (field == AuditField.ITEM || field == AuditField.AFFECTED) {
            record.addItem(new RemovedItem(filled(subject), filled(messageId)));
        }
    }

    private void inside(AuditField field, String name, JsonParser parser, AuditRecord record) throws IOException {
        switch (name) {
            case "Path" -> setText(pathOf(field), AuditTexts.text(parser), record, false);
            case "FolderItems" -> countItems(parser, record);
            case "ParentFolder" -> walk(parentOf(field), parser, record);
            case "MemberUpn", "MemberSid" -> setText(AuditField.MEMBER, AuditTexts.text(parser), record, false);
            case "MemberRights" -> setText(AuditField.MEMBER_RIGHTS, joined(parser), record, false);
            case "Attachments" -> setText(AuditField.ATTACHMENTS, joined(parser), record, false);
            case "SizeInBytes" -> setText(AuditField.SIZE, AuditTexts.text(parser), record, false);
            case "AADSessionId" -> setText(AuditField.SESSION, AuditTexts.text(parser), record, false);
            default -> parser.skipChildren();
        }
    }

    private void countItems(JsonParser parser, AuditRecord record) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
            parser.skipChildren();
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

    private static String text(JsonParser parser) throws IOException {
        return parser.currentToken() == JsonToken.VALUE_STRING ? parser.getText() : "";
    }

    private static Optional<String> filled(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
