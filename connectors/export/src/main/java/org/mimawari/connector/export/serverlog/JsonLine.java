package org.mimawari.connector.export.serverlog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.mimawari.connector.export.Timestamps;

/**
 * One log line wrapped in JSON: journald's export ({@code journalctl -o json}), Docker's json-file driver, or a syslog
 * daemon's JSON template. A message that is no UTF-8 comes from journald as an array of bytes.
 */
final class JsonLine {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(20).build()).build();
    private static final Set<String> MESSAGES = Set.of("MESSAGE", "message", "msg", "log");
    private static final Set<String> PROGRAMS = Set.of("SYSLOG_IDENTIFIER", "program", "programname", "syslogtag",
            "appname", "app-name", "ident");
    private static final Set<String> HOSTS = Set.of("_HOSTNAME", "host", "hostname", "HOSTNAME");
    private static final Set<String> MICROSECONDS = Set.of("__REALTIME_TIMESTAMP", "_SOURCE_REALTIME_TIMESTAMP");
    private static final Set<String> TIMES = Set.of("time", "timestamp", "@timestamp", "timereported", "timegenerated");
    private static final Set<String> PIDS = Set.of("_PID", "SYSLOG_PID", "pid", "procid");
    private static final int LONGEST = 1 << 16;

    private byte[] message = new byte[0];
    private String program = "";
    private long host;
    private long millis;
    private int pid;

    /** True where the line is such an object with a message in it. */
    boolean read(LogLine line, int at) {
        message = new byte[0];
        program = "";
        host = 0;
        pid = 0;
        millis = LogLine.NO_TIME;
        try (JsonParser parser = FACTORY.createParser(line.bytes, at, line.to - at)) {
            boolean object = parser.nextToken() == JsonToken.START_OBJECT;
            while (object && parser.nextToken() == JsonToken.FIELD_NAME) {
                field(parser, parser.currentName());
            }
            return object && parser.currentToken() == JsonToken.END_OBJECT && message.length > 0;
        } catch (IOException notJson) {
            return false;
        }
    }

    long millis() {
        return millis;
    }

    long host() {
        return host;
    }

    String program() {
        return program;
    }

    /** Makes the line what the object wraps: {@code program: message}, with its tag and message found. */
    void put(LogLine line) {
        byte[] tag = program.getBytes(StandardCharsets.UTF_8);
        byte[] joined = Arrays.copyOf(tag, tag.length + message.length);
        System.arraycopy(message, 0, joined, tag.length, message.length);
        line.set(joined, 0, joined.length);
        line.tagTo = tag.length;
        line.message = tag.length;
        line.pid = pid;
        if (tag.length == 0) {
            line.message = 0;
        }
    }

    private void field(JsonParser parser, String name) throws IOException {
        JsonToken value = parser.nextToken();
        if (MESSAGES.contains(name) && value != JsonToken.START_OBJECT) {
            message = value == JsonToken.START_ARRAY ? bytes(parser) : stripped(parser.getValueAsString(""));
        } else if (value.isStructStart()) {
            parser.skipChildren();
        } else {
            scalar(name, parser.getValueAsString(""));
        }
    }

    private void scalar(String name, String value) {
        if (PROGRAMS.contains(name)) {
            String tag = value.endsWith(":") ? value.substring(0, value.length() - 1) : value;
            int bracket = tag.indexOf('[');
            program = bracket >= 0 ? tag.substring(0, bracket) : tag;
        } else if (HOSTS.contains(name)) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            host = LineHash.of(bytes, 0, bytes.length);
        } else if (MICROSECONDS.contains(name)) {
            long microseconds = number(value);
            millis = microseconds < 0 ? millis : microseconds / 1000;
        } else if (TIMES.contains(name)) {
            millis = Timestamps.find(value).map(when -> when.toEpochMilli()).orElse(millis);
        } else if (PIDS.contains(name)) {
            pid = (int) Math.max(0, number(value));
        }
    }

    private static long number(String text) {
        boolean number = !text.isEmpty() && text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Long.parseLong(text) : -1;
    }

    private static byte[] bytes(JsonParser parser) throws IOException {
        byte[] bytes = new byte[256];
        int length = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
            if (length == bytes.length && length < LONGEST) {
                bytes = Arrays.copyOf(bytes, length * 2);
            }
            if (length < bytes.length) {
                bytes[length++] = (byte) parser.getValueAsInt();
            }
        }
        return Arrays.copyOf(bytes, length);
    }

    private static byte[] stripped(String text) {
        return text.stripTrailing().getBytes(StandardCharsets.UTF_8);
    }
}
