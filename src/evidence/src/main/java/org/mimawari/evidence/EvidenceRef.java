package org.mimawari.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where a fact can be found again.
 *
 * @param source the file or endpoint, as the operator named it
 * @param locator the place within it: {@code line:12}, {@code message:3}, {@code record:ID}
 * @param recordId the source's own id of the record: audit {@code Id}, Graph {@code id}, Google
 *     {@code uniqueQualifier}, Message-ID
 */
public record EvidenceRef(String source, String locator, Optional<String> recordId) implements Comparable<EvidenceRef> {

    private static final String LINE = "line:";

    public static EvidenceRef line(String source, long number) {
        return line(source, number, Optional.empty());
    }

    public static EvidenceRef line(String source, long number, Optional<String> recordId) {
        return new EvidenceRef(source, lineLocator(number), recordId);
    }

    /** Written out, because every record of a log has one. */
    private static String lineLocator(long number) {
        byte[] text = new byte[LINE.length() + 20];
        int at = text.length;
        long rest = number;
        do {
            text[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        for (int i = LINE.length() - 1; i >= 0; i--) {
            text[--at] = (byte) LINE.charAt(i);
        }
        return new String(text, at, text.length - at, StandardCharsets.ISO_8859_1);
    }

    @Override
    public int compareTo(EvidenceRef other) {
        int order = source.compareTo(other.source);
        order = order != 0 ? order : Long.compare(locatorOrder(), other.locatorOrder());
        return order != 0 ? order : locator.compareTo(other.locator);
    }

    /** {@code line:9} comes before {@code line:10}. */
    private long locatorOrder() {
        int colon = locator.indexOf(':');
        long number = 0;
        for (int i = colon + 1; i < locator.length() && i - colon < 18; i++) {
            char c = locator.charAt(i);
            if (c < '0' || c > '9') {
                return Long.MAX_VALUE;
            }
            number = number * 10 + (c - '0');
        }
        return number;
    }
}
