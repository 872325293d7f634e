package org.mimawari.report.json;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.mimawari.report.wording.Phrasing;
import org.mimawari.store.UnsafeCharacters;

/**
 * A JSON stream that any reader can show: control and direction characters are escaped, halves of characters become
 * U+FFFD, texts end after {@value #LONGEST} characters, numbers have few decimals.
 */
public final class SafeJson implements AutoCloseable {

    static final int LONGEST = 2_000;

    /** Writes one element of a list. */
    public interface Element<T> {
        void write(T element) throws IOException;
    }

    private final JsonGenerator json;
    private final boolean isLines;
    private boolean isEmpty = true;

    private SafeJson(OutputStream out, PrettyPrinter printer) throws IOException {
        json = new JsonFactory().createGenerator(out, JsonEncoding.UTF8);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.setCharacterEscapes(new UnsafeCharacters());
        json.setPrettyPrinter(printer);
        isLines = printer instanceof MinimalPrettyPrinter;
    }

    /** One object over many lines, for people too. */
    public static SafeJson indented(OutputStream out) throws IOException {
        DefaultPrettyPrinter lines = new DefaultPrettyPrinter();
        lines.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        lines.indentArraysWith(new DefaultIndenter("  ", "\n"));
        return new SafeJson(out, lines);
    }

    /** One object a line (NDJSON). */
    public static SafeJson lines(OutputStream out) throws IOException {
        return new SafeJson(out, new MinimalPrettyPrinter("\n"));
    }

    @Override
    public void close() throws IOException {
        if (!isLines || !isEmpty) {
            json.writeRaw('\n');
        }
        json.close();
    }

    public void begin() throws IOException {
        isEmpty = false;
        json.writeStartObject();
    }

    public void begin(String name) throws IOException {
        json.writeObjectFieldStart(name);
    }

    public void end() throws IOException {
        json.writeEndObject();
    }

    public void text(String name, String value) throws IOException {
        json.writeStringField(name, whole(value));
    }

    /** The whole text, however long: for what must be kept as it is. It has no halves of characters. */
    public void verbatim(String name, String value) throws IOException {
        json.writeStringField(name, value);
    }

    public void text(String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            text(name, value.get());
        }
    }

    public void textOrNull(String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            text(name, value.get());
        } else {
            json.writeNullField(name);
        }
    }

    public void timeOrNull(String name, Optional<Instant> value) throws IOException {
        textOrNull(name, value.map(SafeJson::written));
    }

    public void time(String name, Optional<Instant> value) throws IOException {
        text(name, value.map(SafeJson::written));
    }

    public void number(String name, long value) throws IOException {
        json.writeNumberField(name, value);
    }

    /** Never rounded up, so that a score agrees with its level. */
    public void score(String name, double value) throws IOException {
        json.writeFieldName(name);
        json.writeNumber(decimal(Phrasing.tenths(value), 1, RoundingMode.HALF_UP));
    }

    public void share(String name, double value) throws IOException {
        json.writeFieldName(name);
        json.writeNumber(decimal(value, 4, RoundingMode.HALF_UP));
    }

    public void flag(String name, boolean value) throws IOException {
        json.writeBooleanField(name, value);
    }

    public void texts(String name, Collection<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(whole(value));
        }
        json.writeEndArray();
    }

    public <T> void list(String name, List<T> elements, Element<T> element) throws IOException {
        json.writeArrayFieldStart(name);
        for (T each : elements) {
            json.writeStartObject();
            element.write(each);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    public static String written(Instant time) {
        return Phrasing.clamped(time).toString();
    }

    private static BigDecimal decimal(double value, int places, RoundingMode rounding) {
        double finite = Double.isFinite(value) ? value : 0;
        BigDecimal decimal = BigDecimal.valueOf(finite).setScale(places, rounding).stripTrailingZeros();
        return decimal.scale() < 0 ? decimal.setScale(0) : decimal;
    }

    /** Half a character is no Unicode text: many readers would refuse the whole file for it. */
    private static String whole(String text) {
        StringBuilder whole = new StringBuilder(Math.min(text.length(), LONGEST));
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (whole.length() + Character.charCount(c) > LONGEST) {
                return whole.append('…').toString();
            }
            whole.appendCodePoint(Character.getType(c) == Character.SURROGATE ? 0xFFFD : c);
            i += Character.charCount(c);
        }
        return whole.toString();
    }
}
