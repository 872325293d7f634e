package org.mimawari.connector.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Writes values of PowerShell's XML as JSON, as they are read. Nests at most 40 deep and takes at most 16 MiB of an
 * object; what is beyond is left out.
 */
final class ShellXmlValue {

    private static final int DEEPEST = 40;
    private static final Set<String> LISTS = Set.of("LST", "IE", "QUE", "STK");
    private static final Set<String> MEMBERS = Set.of("Props", "MS");

    private final XMLStreamReader xml;
    private final JsonGenerator json;
    private final AtomicInteger left;
    private int depth;

    /** @param left how many characters of the object may still be taken */
    ShellXmlValue(XMLStreamReader xml, JsonGenerator json, AtomicInteger left) {
        this.xml = xml;
        this.json = json;
        this.left = left;
    }

    /** Writes the fields of the element the reader stands on, which is left behind. */
    void members() throws XMLStreamException, IOException {
        if (!MEMBERS.contains(xml.getLocalName())) {
            skip();
            return;
        }
        while (xml.nextTag() == XMLStreamReader.START_ELEMENT) {
            String name = xml.getAttributeValue("", "N");
            if (name == null) {
                skip();
            } else {
                json.writeFieldName(name);
                value();
            }
        }
    }

    private void value() throws XMLStreamException, IOException {
        String type = xml.getLocalName();
        left.addAndGet(-type.length());
        if (left.get() < 0) {
            skip();
            json.writeNull();
        } else if (type.equals("Obj") && depth < DEEPEST) {
            depth++;
            object();
            depth--;
        } else if (type.equals("Obj") || type.equals("Ref") || type.equals("Nil")) {
            skip();
            json.writeNull();
        } else {
            String text = unescaped(xml.getElementText());
            left.addAndGet(-text.length());
            json.writeString(text);
        }
    }

    /** Parts of it may come in any order, so they are kept until its end. */
    private void object() throws XMLStreamException, IOException {
        Optional<String> own = Optional.empty();
        Optional<String> list = Optional.empty();
        StringWriter members = new StringWriter();
        try (JsonGenerator inner = JsonFile.FACTORY.createGenerator(members)) {
            inner.writeStartObject();
            while (xml.nextTag() == XMLStreamReader.START_ELEMENT) {
                String part = xml.getLocalName();
                if (part.equals("ToString")) {
                    own = Optional.of(unescaped(xml.getElementText())).filter(ShellXmlValue::saysSomething);
                } else if (LISTS.contains(part)) {
                    list = Optional.of(list());
                } else {
                    nested(inner).members();
                }
            }
            inner.writeEndObject();
        }
        if (own.isPresent() && list.isEmpty()) {
            json.writeString(own.get());
        } else {
            json.writeRawValue(list.orElse(members.toString()));
        }
    }

    private ShellXmlValue nested(JsonGenerator inner) {
        ShellXmlValue value = new ShellXmlValue(xml, inner, left);
        value.depth = depth;
        return value;
    }

    private String list() throws XMLStreamException, IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator inner = JsonFile.FACTORY.createGenerator(text)) {
            ShellXmlValue items = nested(inner);
            inner.writeStartArray();
            while (xml.nextTag() == XMLStreamReader.START_ELEMENT) {
                items.value();
            }
            inner.writeEndArray();
        }
        return text.toString();
    }

    private void skip() throws XMLStreamException {
        int open = 1;
        while (open > 0) {
            int event = xml.next();
            open += event == XMLStreamReader.START_ELEMENT ? 1 : event == XMLStreamReader.END_ELEMENT ? -1 : 0;
        }
    }

    /** What prints as the name of its type says nothing. */
    private static boolean saysSomething(String text) {
        return !text.isBlank() && !text.startsWith("System.") && !text.startsWith("Microsoft.");
    }

    /** Characters that XML cannot hold are written as {@code _x000A_}. */
    private static String unescaped(String text) {
        int at = text.indexOf("_x");
        if (at < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        int from = 0;
        while (at >= 0) {
            boolean escaped = at + 7 <= text.length() && text.charAt(at + 6) == '_'
                    && text.substring(at + 2, at + 6).chars().allMatch(c -> Character.digit(c, 16) >= 0);
            plain.append(text, from, at);
            plain.append(escaped ? String.valueOf((char) Integer.parseInt(text.substring(at + 2, at + 6), 16)) : "_x");
            from = at + (escaped ? 7 : 2);
            at = text.indexOf("_x", from);
        }
        return plain.append(text, from, text.length()).toString();
    }
}
