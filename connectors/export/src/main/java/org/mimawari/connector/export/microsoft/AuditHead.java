package org.mimawari.connector.export.microsoft;

import java.nio.charset.StandardCharsets;

/**
 * Looks at the first plain fields of a JSON object for the operation and the id of an audit record, without parsing the
 * rest. Where it is not sure it says so, and the record is then parsed.
 */
final class AuditHead {

    private static final byte[] OPERATION = "\"Operation\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ID = "\"Id\"".getBytes(StandardCharsets.US_ASCII);
    private static final int[] SHIFT = shifts();

    private int operationFrom;
    private int operationTo;
    private int idFrom;
    private int idTo;
    private int behind;

    /** True where both were found. */
    boolean look(byte[] bytes, int from, int to) {
        operationTo = 0;
        idTo = 0;
        int at = from;
        while (at < to && bytes[at] <= ' ') {
            at++;
        }
        if (at >= to || bytes[at] != '{' || !closes(bytes, at, to)) {
            return false;
        }
        while (at > 0 && (operationTo == 0 || idTo == 0)) {
            at = field(bytes, at + 1, to);
        }
        behind = at;
        return at > 0;
    }

    /** True where the rest of the line names no other operation, as a second record on the line would. */
    boolean isAlone(byte[] bytes, int to) {
        return find(bytes, behind, to) < 0;
    }

    int operationFrom() {
        return operationFrom;
    }

    int operationTo() {
        return operationTo;
    }

    int idFrom() {
        return idFrom;
    }

    int idTo() {
        return idTo;
    }

    /** Reads one field whose value is a scalar; gives the place of the comma behind it, 0 where it is anything else. */
    private int field(byte[] bytes, int from, int to) {
        int name = blank(bytes, from, to);
        int nameEnd = string(bytes, name, to);
        int colon = nameEnd == 0 ? to : blank(bytes, nameEnd, to);
        int value = colon < to && bytes[colon] == ':' ? blank(bytes, colon + 1, to) : to;
        if (value >= to || bytes[value] == '{' || bytes[value] == '[') {
            return 0;
        }
        int end = bytes[value] == '"' ? string(bytes, value, to) : scalar(bytes, value, to);
        keep(bytes, name, nameEnd, value, end);
        int comma = end == 0 ? to : blank(bytes, end, to);
        return comma < to && bytes[comma] == ',' ? comma : 0;
    }

    private void keep(byte[] bytes, int name, int nameEnd, int value, int end) {
        if (end == 0 || bytes[value] != '"') {
            return;
        }
        if (same(bytes, name, nameEnd, OPERATION)) {
            operationFrom = value + 1;
            operationTo = end - 1;
        } else if (same(bytes, name, nameEnd, ID)) {
            idFrom = value + 1;
            idTo = end - 1;
        }
    }

    /** The place behind a string without escapes, 0 where there is none. */
    private static int string(byte[] bytes, int from, int to) {
        if (from >= to || bytes[from] != '"') {
            return 0;
        }
        for (int at = from + 1; at < to; at++) {
            if (bytes[at] == '"') {
                return at + 1;
            }
            if (bytes[at] == '\\' || bytes[at] >= 0 && bytes[at] < ' ') {
                return 0;
            }
        }
        return 0;
    }

    private static int scalar(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] != ',' && bytes[at] != '}' && bytes[at] != '"' && bytes[at] > ' ') {
            at++;
        }
        return at;
    }

    private static int blank(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && (bytes[at] == ' ' || bytes[at] == '\t')) {
            at++;
        }
        return at;
    }

    private static boolean closes(byte[] bytes, int from, int to) {
        int last = to - 1;
        while (last > from && bytes[last] >= 0 && bytes[last] <= ' ') {
            last--;
        }
        return last > from && bytes[last] == '}';
    }

    private static boolean same(byte[] bytes, int from, int to, byte[] wanted) {
        if (to - from != wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (bytes[from + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** The place of the name {@code "Operation"} (Horspool), −1 where there is none. */
    private static int find(byte[] bytes, int from, int to) {
        int at = from + OPERATION.length - 1;
        while (at < to) {
            int start = at - OPERATION.length + 1;
            if (bytes[at] == '"' && same(bytes, start, at + 1, OPERATION)) {
                return start;
            }
            at += SHIFT[bytes[at] & 255];
        }
        return -1;
    }

    private static int[] shifts() {
        int[] shifts = new int[256];
        java.util.Arrays.fill(shifts, OPERATION.length);
        for (int i = 0; i < OPERATION.length - 1; i++) {
            shifts[OPERATION[i] & 255] = OPERATION.length - 1 - i;
        }
        return shifts;
    }
}
