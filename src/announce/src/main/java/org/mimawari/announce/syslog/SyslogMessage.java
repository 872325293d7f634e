package org.mimawari.announce.syslog;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.mimawari.report.wording.Phrasing;
import org.mimawari.report.wording.VisibleText;

/**
 * One message in the form of RFC 5424, section 6, framed by its length in octets (RFC 6587, RFC 5425 section 4.3).
 *
 * @param severity 0 (emergency) to 7
 * @param id the kind of message: printable ASCII, at most 32 characters
 * @param facts the structured data: names of printable ASCII, any values
 */
record SyslogMessage(int severity, Instant at, String id, Map<String, String> facts, String text) {

    /** Receivers should take 8,192 octets; three to a character, and the facts stay below half of that. */
    private static final int LONGEST_TEXT = 1_000;
    private static final int LONGEST_FACT = 160;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    byte[] framed(SyslogSettings settings) {
        byte[] message = bytes(settings);
        ByteArrayOutputStream frame = new ByteArrayOutputStream(message.length + 8);
        frame.writeBytes((message.length + " ").getBytes(StandardCharsets.US_ASCII));
        frame.writeBytes(message);
        return frame.toByteArray();
    }

    byte[] bytes(SyslogSettings settings) {
        String head = "<" + (settings.facility() * 8 + severity) + ">1 " + TIME.format(Phrasing.clamped(at)) + " "
                + settings.hostName() + " mimawari - " + id + " " + structured(settings.enterprise()) + " ";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        // Section 6.4: text in UTF-8 begins with the mark.
        bytes.writeBytes(BYTE_ORDER_MARK);
        bytes.writeBytes(VisibleText.of(text, LONGEST_TEXT).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private String structured(int enterprise) {
        StringBuilder data = new StringBuilder("[mimawari@").append(enterprise);
        facts.forEach((name, value) -> data.append(' ').append(name).append("=\"")
                .append(escaped(VisibleText.of(value, LONGEST_FACT))).append('"'));
        return data.append(']').toString();
    }

    /** Section 6.3.3: quotation mark, backslash and closing bracket. */
    private static String escaped(String value) {
        StringBuilder escaped = new StringBuilder(value.length() + 8);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\' || c == ']') {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }
}
