package org.mimawari.connector.export.microsoft;

import java.nio.charset.StandardCharsets;
import org.mimawari.connector.export.ByteSearch;

/**
 * Walks the JSON of one record where it lies in an array, several times faster than a full parser, as it checks only
 * what it takes. Where it meets anything unusual it turns {@linkplain #isOdd odd} and ends; what was read is then
 * worthless, and a full parser must read the record.
 */
final class AuditBytes implements AuditInput {

    private static final int DEEPEST = 50;
    private static final int CAP = 64 * 1024;
    private static final String[] DIGITS = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
    private static final byte[] OPERATION = "Operation\"".getBytes(StandardCharsets.US_ASCII);

    private final StringBuilder unescaped = new StringBuilder();
    private byte[] bytes = {};
    private int at;
    private int end;
    private int depth;
    private boolean odd;
    private boolean behindValue;
    private boolean stopped;
    private final AuditNames names = new AuditNames();
    private final AuditWords words = new AuditWords();
    private AuditNames.Known name = names.nothing();

    /** Stands on the value that fills these bytes. */
    void start(byte[] source, int from, int to) {
        bytes = source;
        at = from;
        end = to;
        odd = false;
        stopped = false;
        behindValue = false;
        depth = 0;
        blank();
        odd = at >= end;
    }

    boolean isOdd() {
        return odd;
    }

    /**
     * True where the whole was walked and nothing but blanks follows it, or where it was {@linkplain #stop stopped} and
     * what follows names no further operation, as a second record would.
     */
    boolean isDone() {
        if (odd) {
            return false;
        }
        if (stopped) {
            return closes() && !namesOperation();
        }
        blank();
        return at >= end;
    }

    private boolean closes() {
        int last = end - 1;
        while (last > at && bytes[last] >= 0 && bytes[last] <= ' ') {
            last--;
        }
        return last >= at && bytes[last] == '}';
    }

    private boolean namesOperation() {
        int place = ByteSearch.findFar(bytes, at, end, 'O');
        while (place >= 0) {
            if (place + OPERATION.length <= end && ByteSearch.same(OPERATION, bytes, place)) {
                return true;
            }
            place = ByteSearch.findFar(bytes, place + 1, end, 'O');
        }
        return false;
    }

    @Override
    public Kind kind() {
        byte first = at < end ? bytes[at] : 0;
        return first == '"' ? Kind.TEXT : first == '{' ? Kind.OBJECT : first == '[' ? Kind.ARRAY : Kind.SCALAR;
    }

    @Override
    public void enter() {
        at++;
        behindValue = false;
        if (++depth > DEEPEST) {
            turnOdd();
        }
    }

    @Override
    public boolean nextField() {
        return nextInUsualWriting() || nextFieldInAny();
    }

    /** Most fields are one that was expected, written without blanks; nothing moves where it is not so. */
    private boolean nextInUsualWriting() {
        int quote = behindValue ? at + 1 : at;
        if (odd || stopped || quote >= end || bytes[quote] != '"' || behindValue && bytes[at] != ',') {
            return false;
        }
        AuditNames.Known expected = names.expected(bytes, quote, end);
        int value = quote + expected.length() + 3;
        if (expected.length() == 0 || bytes[value] <= ' ' && isBlank(bytes[value])) {
            return false;
        }
        name = expected;
        at = value;
        behindValue = false;
        return true;
    }

    private boolean nextFieldInAny() {
        if (!separated((byte) '}')) {
            return false;
        }
        name = at < end && bytes[at] == '"' ? names.next(bytes, at + 1, end) : names.nothing();
        if (name.length() == 0) {
            return turnOdd();
        }
        at += name.length() + 2;
        blank();
        if (at >= end || bytes[at] != ':') {
            return turnOdd();
        }
        at++;
        blank();
        return at < end || turnOdd();
    }

    @Override
    public boolean nextElement() {
        return separated((byte) ']');
    }

    @Override
    public String name() {
        return name.name();
    }

    @Override
    public AuditField field() {
        return name.field();
    }

    @Override
    public String text() {
        return kind() == Kind.TEXT ? string() : scalar();
    }

    @Override
    public String word() {
        if (kind() != Kind.TEXT) {
            return text();
        }
        AuditWords.Word word = name.lastWord();
        if (!word.stands(bytes, at, end)) {
            int quote = ByteSearch.findQuote(bytes, at + 1, end);
            word = quote < 0 ? AuditWords.NONE : words.find(bytes, at, quote + 1);
            if (word == AuditWords.NONE) {
                return newWord();
            }
            name.remember(word);
        }
        at += word.length();
        behindValue = true;
        return word.text();
    }

    private String newWord() {
        int from = at;
        String text = string();
        if (!odd) {
            name.remember(words.learn(bytes, from, at, text));
        }
        return text;
    }

    @Override
    public void stop() {
        stopped = true;
    }

    @Override
    public String flat() {
        turnOdd();
        return "";
    }

    @Override
    public void skip() {
        switch (kind()) {
            case TEXT -> skipString();
            case SCALAR -> skipScalar();
            default -> skipStructure();
        }
        behindValue = true;
    }

    /** Moves over the comma before the next member; false at the end of the structure, which is then left. */
    private boolean separated(byte close) {
        if (odd || stopped) {
            return false;
        }
        blank();
        if (at < end && bytes[at] == close) {
            at++;
            depth--;
            behindValue = true;
            return false;
        }
        if (behindValue) {
            if (at >= end || bytes[at] != ',') {
                return turnOdd();
            }
            at++;
            blank();
        }
        behindValue = false;
        return at < end && bytes[at] != '}' && bytes[at] != ']' || turnOdd();
    }

    private boolean turnOdd() {
        odd = true;
        at = end;
        return false;
    }

    private void blank() {
        while (at < end && bytes[at] <= ' ' && isBlank(bytes[at])) {
            at++;
        }
    }

    private static boolean isBlank(byte here) {
        return here == ' ' || here == '\t' || here == '\r' || here == '\n';
    }

    private String string() {
        int from = at + 1;
        int stop = ByteSearch.findEither(bytes, from, end, '"', '\\');
        if (stop >= 0 && bytes[stop] == '"') {
            at = stop + 1;
            behindValue = true;
            return make(from, Math.min(stop, from + CAP));
        }
        return stop < 0 ? oddText() : withEscapes(from, stop);
    }

    private String make(int from, int to) {
        return AuditWords.decoded(bytes, from, to);
    }

    private String withEscapes(int from, int firstEscape) {
        unescaped.setLength(0);
        int start = from;
        int stop = firstEscape;
        while (stop >= 0 && bytes[stop] == '\\') {
            unescaped.append(make(start, stop));
            start = escape(stop + 1);
            stop = start > end || odd ? -1 : ByteSearch.findEither(bytes, start, end, '"', '\\');
        }
        if (stop < 0) {
            return oddText();
        }
        unescaped.append(make(start, stop));
        at = stop + 1;
        behindValue = true;
        return unescaped.substring(0, Math.min(CAP, unescaped.length()));
    }

    /** Appends the character behind a backslash; gives the place behind it. */
    private int escape(int place) {
        byte letter = place < end ? bytes[place] : 0;
        switch (letter) {
            case '"', '\\', '/' -> unescaped.append((char) letter);
            case 'n' -> unescaped.append('\n');
            case 'r' -> unescaped.append('\r');
            case 't' -> unescaped.append('\t');
            case 'b' -> unescaped.append('\b');
            case 'f' -> unescaped.append('\f');
            case 'u' -> {
                return unicode(place + 1);
            }
            default -> turnOdd();
        }
        return place + 1;
    }

    private int unicode(int place) {
        int value = 0;
        for (int i = place; i < place + 4; i++) {
            int digit = i < end ? Character.digit(bytes[i], 16) : -1;
            if (digit < 0) {
                turnOdd();
                return place;
            }
            value = value * 16 + digit;
        }
        unescaped.append((char) value);
        return place + 4;
    }

    private String oddText() {
        turnOdd();
        return "";
    }

    private String scalar() {
        int from = at;
        skipScalar();
        behindValue = true;
        boolean isNull = at - from == 4 && bytes[from] == 'n';
        if (odd || isNull) {
            return "";
        }
        return digit(from) >= 0 ? DIGITS[digit(from)] : make(from, at);
    }

    /** The digit that is all of the scalar; −1 for any other. */
    private int digit(int from) {
        return at - from == 1 && bytes[from] >= '0' && bytes[from] <= '9' ? bytes[from] - '0' : -1;
    }

    private void skipScalar() {
        int from = at;
        while (at < end && (bytes[at] >= '0' && bytes[at] <= '9' || bytes[at] >= 'a' && bytes[at] <= 'z'
                || bytes[at] == '-' || bytes[at] == '+' || bytes[at] == '.' || bytes[at] == 'E')) {
            at++;
        }
        if (at == from) {
            turnOdd();
        }
    }

    private void skipString() {
        int quote = ByteSearch.findQuote(bytes, at + 1, end);
        if (quote < 0) {
            turnOdd();
        } else {
            at = quote + 1;
        }
    }

    private void skipStructure() {
        int depth = 0;
        while (at < end) {
            byte here = bytes[at];
            if (here == '"') {
                skipString();
                continue;
            }
            at++;
            if (here == '{' || here == '[') {
                depth++;
            } else if ((here == '}' || here == ']') && --depth == 0) {
                return;
            }
        }
        turnOdd();
    }
}
