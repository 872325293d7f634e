package org.mimawari.store;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.Words;

/**
 * Writes evidence as JSON, one object a line, its fields named as in the records. Values that are not known are left
 * out, but for {@code mailbox} and {@code time}, which are then null. Texts of bodies are never written.
 */
public final class EvidenceJson implements FieldSink, AutoCloseable {

    private static final JsonFactory FACTORY = JsonFactory.builder().build();

    private final JsonGenerator json;
    private final String domain;

    public EvidenceJson(OutputStream out) throws IOException {
        this(out, "");
    }

    /** @param domain completes user names without one; empty where it is not known or not the only one */
    public EvidenceJson(OutputStream out, String domain) throws IOException {
        this.domain = domain;
        json = FACTORY.createGenerator(out, JsonEncoding.UTF8);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.setRootValueSeparator(new SerializedString(""));
        json.setHighestNonEscapedChar(0);
        json.setCharacterEscapes(new UnsafeCharacters());
    }

    /** @throws UncheckedIOException where the output cannot be written */
    public void write(Evidence evidence) {
        run(() -> {
            json.writeStartObject();
            json.writeStringField("kind", evidence.kind().word());
            textOrNull("mailbox", evidence.mailbox().map(this::completed));
            textOrNull("time", evidence.time().map(Instant::toString));
            json.writeObjectFieldStart("source");
            json.writeStringField("file", evidence.ref().source());
            json.writeStringField("locator", evidence.ref().locator());
            optional("recordId", evidence.ref().recordId());
            json.writeEndObject();
            EvidenceShape.write(evidence, this);
            json.writeEndObject();
            json.writeRaw('\n');
        });
    }

    /** @throws IOException where the output cannot be written */
    public void flush() throws IOException {
        json.flush();
    }

    @Override
    public void close() throws IOException {
        json.close();
    }

    @Override
    public void text(String name, String value) {
        run(() -> json.writeStringField(name, value));
    }

    @Override
    public void confidential(String name, String value) {
        // What a body says does not leave the scan.
    }

    @Override
    public void optional(String name, Optional<String> value) {
        value.ifPresent(text -> text(name, text));
    }

    @Override
    public void unique(String name, Optional<String> value) {
        optional(name, value);
    }

    @Override
    public void optionalNumeral(String name, Optional<String> value) {
        value.ifPresent(digits -> run(() -> json.writeNumberField(name, new BigDecimal(digits))));
    }

    @Override
    public void number(String name, long value) {
        run(() -> json.writeNumberField(name, value));
    }

    @Override
    public void flag(String name, boolean value) {
        run(() -> json.writeBooleanField(name, value));
    }

    @Override
    public void optionalFlag(String name, Optional<Boolean> value) {
        value.ifPresent(flag -> flag(name, flag));
    }

    @Override
    public void word(String name, Enum<?> value) {
        text(name, Words.of(value));
    }

    @Override
    public void optionalWord(String name, Optional<? extends Enum<?>> value) {
        value.ifPresent(word -> word(name, word));
    }

    @Override
    public void words(String name, Set<? extends Enum<?>> values) {
        texts(name, values.stream().map(Words::of).sorted().toList());
    }

    @Override
    public void time(String name, Optional<Instant> value) {
        optional(name, value.map(Instant::toString));
    }

    @Override
    public void texts(String name, List<String> values) {
        run(() -> {
            json.writeArrayFieldStart(name);
            for (String value : values) {
                json.writeString(value);
            }
            json.writeEndArray();
        });
    }

    @Override
    public <T> void each(String name, List<T> values, BiConsumer<T, FieldSink> writer) {
        run(() -> {
            json.writeArrayFieldStart(name);
            for (T value : values) {
                json.writeStartObject();
                writer.accept(value, this);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    @Override
    public boolean begin(String name, boolean absent) {
        if (!absent) {
            run(() -> json.writeObjectFieldStart(name));
        }
        return !absent;
    }

    @Override
    public void end() {
        run(json::writeEndObject);
    }

    private String completed(MailboxAddress mailbox) {
        boolean bare = !domain.isEmpty() && mailbox.domain().isEmpty();
        return bare ? mailbox.text() + "@" + domain : mailbox.text();
    }

    private void textOrNull(String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get());
        } else {
            json.writeNullField(name);
        }
    }

    /** One step of writing. */
    private interface Step {
        void run() throws IOException;
    }

    private static void run(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write evidence", e);
        }
    }
}
