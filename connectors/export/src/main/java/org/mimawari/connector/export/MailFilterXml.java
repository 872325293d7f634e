package org.mimawari.connector.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.mimawari.connector.export.CarriedText.Carried;

/**
 * The filters that a user exports from the settings of Gmail ({@code mailFilters.xml}), each as Gmail's interface would
 * have answered it.
 */
final class MailFilterXml implements CarriedText.Records {

    private static final int MOST_PROPERTIES = 200;
    private static final Map<String, String> CRITERIA = Map.of("from", "from", "to", "to", "subject", "subject",
            "hasTheWord", "query", "doesNotHaveTheWord", "negatedQuery", "size", "size",
            "hasAttachment", "hasAttachment");
    private static final Map<String, String> ADDED = Map.of("shouldTrash", "TRASH", "shouldStar", "STARRED",
            "shouldAlwaysMarkAsImportant", "IMPORTANT");
    private static final Map<String, String> REMOVED = Map.of("shouldArchive", "INBOX", "shouldMarkAsRead", "UNREAD",
            "shouldNeverSpam", "SPAM", "shouldNeverMarkAsImportant", "IMPORTANT");

    private final InputStream in;
    private Optional<XMLStreamReader> reader = Optional.empty();
    private String owner = "";

    MailFilterXml(InputStream in) {
        this.in = in;
    }

    static boolean isIn(String start) {
        return start.startsWith("<?xml") && start.contains("schemas.google.com/apps/2006")
                && start.contains("Mail Filter");
    }

    @Override
    public Optional<Carried> next() throws IOException {
        try {
            XMLStreamReader xml = reader.isPresent() ? reader.get()
                    : ShellXml.reader(new InputStreamReader(in, StandardCharsets.UTF_8));
            reader = Optional.of(xml);
            while (xml.hasNext()) {
                boolean starts = xml.next() == XMLStreamReader.START_ELEMENT;
                if (starts && xml.getLocalName().equals("email")) {
                    owner = xml.getElementText().strip();
                } else if (starts && xml.getLocalName().equals("entry")) {
                    return Optional.of(entry(xml));
                }
            }
            return Optional.empty();
        } catch (XMLStreamException e) {
            throw new IOException("broken XML: " + e.getMessage(), e);
        }
    }

    private Carried entry(XMLStreamReader xml) throws XMLStreamException, IOException {
        long line = xml.getLocation().getLineNumber();
        Map<String, String> properties = new LinkedHashMap<>();
        while (!(xml.next() == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("entry"))) {
            boolean property = xml.isStartElement() && xml.getLocalName().equals("property");
            String name = property ? xml.getAttributeValue("", "name") : null;
            String value = property ? xml.getAttributeValue("", "value") : null;
            if (name != null && value != null && properties.size() < MOST_PROPERTIES) {
                properties.put(name, value);
            }
        }
        return new Carried(json(properties), line);
    }

    private String json(Map<String, String> properties) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JsonFile.FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("user", owner);
            json.writeObjectFieldStart("criteria");
            for (Map.Entry<String, String> property : properties.entrySet()) {
                if (CRITERIA.containsKey(property.getKey())) {
                    json.writeStringField(CRITERIA.get(property.getKey()), property.getValue());
                }
            }
            json.writeEndObject();
            json.writeObjectFieldStart("action");
            List<String> added = labels(properties, ADDED);
            Optional.ofNullable(properties.get("label")).ifPresent(added::add);
            labels(json, "addLabelIds", added);
            labels(json, "removeLabelIds", labels(properties, REMOVED));
            if (properties.containsKey("forwardTo")) {
                json.writeStringField("forward", properties.get("forwardTo"));
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        return text.toString();
    }

    private static List<String> labels(Map<String, String> properties, Map<String, String> names) {
        List<String> found = new ArrayList<>();
        names.keySet().stream().sorted().filter(name -> "true".equals(properties.get(name)))
                .forEach(name -> found.add(names.get(name)));
        return found;
    }

    private static void labels(JsonGenerator json, String name, List<String> labels) throws IOException {
        json.writeArrayFieldStart(name);
        for (String label : labels) {
            json.writeString(label);
        }
        json.writeEndArray();
    }
}
