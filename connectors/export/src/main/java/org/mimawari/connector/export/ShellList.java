package org.mimawari.connector.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mimawari.connector.export.CarriedText.Carried;

/**
 * Objects as PowerShell prints them with {@code Format-List}, as responders keep them in text files: one object after
 * the other, long values going on below the place where they began, lists in braces. Takes at most 16 MiB of an object.
 */
final class ShellList implements CarriedText.Records {

    private static final int LOOK_LINES = 60;
    private static final int FIRST_LINES = 12;
    private static final int MOST_PROPERTIES = 1_000;
    private static final int LARGEST_OBJECT = 16 << 20;
    private static final String LINES_MATTER = "Description";

    private final ShellLines lines;
    private final Map<String, StringBuilder> object = new LinkedHashMap<>();
    private long objectLine;
    private int colon;
    private int widest;
    private int lastLength;
    private String last = "";
    private boolean afterBlank;
    private int size;

    ShellList(InputStream in) {
        lines = new ShellLines(in);
    }

    /** True where among the first lines at least two begin properties with their colons below each other. */
    static boolean isIn(String text) {
        List<String> first = text.lines().filter(line -> !line.isBlank()).limit(LOOK_LINES).toList();
        Optional<ShellProperty> begin = first.stream().limit(FIRST_LINES)
                .flatMap(line -> ShellProperty.find(line).stream()).findFirst();
        return begin.isPresent() && first.stream().flatMap(line -> ShellProperty.find(line).stream())
                .filter(each -> each.colon() == begin.get().colon()).map(ShellProperty::name).distinct().count() >= 2;
    }

    @Override
    public Optional<Carried> next() throws IOException {
        Optional<String> line = lines.next();
        while (line.isPresent()) {
            Optional<Carried> done = take(line.get());
            if (done.isPresent()) {
                return done;
            }
            line = lines.next();
        }
        return finished();
    }

    /** The object before the line, where the line begins another. */
    private Optional<Carried> take(String line) throws IOException {
        Optional<ShellProperty> found = ShellProperty.find(line);
        boolean property = found.isPresent() && (object.isEmpty() || afterBlank || found.get().colon() == colon);
        Optional<Carried> done = Optional.empty();
        if (property) {
            boolean another = object.containsKey(found.get().name()) || found.get().colon() != colon;
            done = another ? finished() : done;
            begin(found.get());
        } else {
            goOn(line);
        }
        widest = Math.max(widest, line.length());
        lastLength = line.length();
        afterBlank = line.isBlank();
        return done;
    }

    private void begin(ShellProperty property) {
        if (object.isEmpty()) {
            objectLine = lines.number();
            colon = property.colon();
        }
        if (object.size() < MOST_PROPERTIES && size < LARGEST_OBJECT) {
            size += property.value().length();
            object.put(property.name(), new StringBuilder(property.value()));
            last = property.name();
        }
    }

    /** What was broken off at the full width goes on without a space. */
    private void goOn(String line) {
        boolean indented = line.length() > colon && line.substring(0, colon).isBlank() && !line.isBlank();
        StringBuilder value = object.get(last);
        if (!indented || value == null || size > LARGEST_OBJECT) {
            return;
        }
        size += line.length();
        boolean cut = lastLength >= widest && lastLength > colon + 20;
        value.append(last.equals(LINES_MATTER) ? "\n" : cut ? "" : " ").append(line.strip());
    }

    private Optional<Carried> finished() throws IOException {
        if (object.isEmpty()) {
            return Optional.empty();
        }
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JsonFile.FACTORY.createGenerator(text)) {
            json.writeStartObject();
            for (Map.Entry<String, StringBuilder> property : object.entrySet()) {
                json.writeFieldName(property.getKey());
                value(json, property.getValue().toString());
            }
            json.writeEndObject();
        }
        object.clear();
        last = "";
        size = 0;
        return Optional.of(new Carried(text.toString(), objectLine));
    }

    private static void value(JsonGenerator json, String value) throws IOException {
        if (!(value.startsWith("{") && value.endsWith("}")) || value.startsWith("{\"") && value.contains("\":")) {
            json.writeString(value);
            return;
        }
        json.writeStartArray();
        for (String item : items(value.substring(1, value.length() - 1))) {
            json.writeString(item);
        }
        json.writeEndArray();
    }

    /** Parted by commas outside quotes; where there were more than are shown, dots stand behind the last. */
    private static List<String> items(String list) {
        List<String> items = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int at = 0; at <= list.length(); at++) {
            boolean end = at == list.length() || list.charAt(at) == ',' && !quoted;
            quoted ^= at < list.length() && list.charAt(at) == '"';
            if (end) {
                items.add(list.substring(from, at).replace("\u2026", "...").replaceAll("\\.\\.\\.$", "").strip());
                from = at + 1;
            }
        }
        return items.stream().filter(item -> !item.isEmpty()).toList();
    }
}
