package org.mimawari.connector.export.folder;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mimawari.connector.export.Preview;

/** Names files that often lie beside evidence and that this version cannot read, with what to do about it. */
final class ForeignFile {

    /** The first bytes of a file, and what it then is. */
    private record Magic(String hex, String what) {}

    private static final String LOG_OF = "a log of ";
    private static final String UNREADABLE = ", which this version cannot read";

    private static final List<Magic> KNOWN = List.of(
            new Magic("2142444e", "an Outlook data file (.pst, .ost), which this version cannot read:"
                    + " export its folders as mbox or single messages"),
            new Magic("d0cf11e0a1b11ae1", "an Outlook message (.msg) or old Office document, which this version cannot"
                    + " read: save messages as .eml"),
            new Magic("504b0304", "an Office document or program: save tables as CSV"),
            new Magic("377abcaf271c", "a 7-Zip archive, which this version cannot read: unpack it"),
            new Magic("526172211a07", "a RAR archive, which this version cannot read: unpack it"),
            new Magic("fd377a585a00", "packed with xz, which this version cannot read: unpack it"),
            new Magic("425a68", "packed with bzip2, which this version cannot read: unpack it"),
            new Magic("456c6646696c6500", "a Windows event log, which shows no mailbox"),
            new Magic("53514c69746520666f726d6174203300", "an SQLite database, which is no export"),
            new Magic("d4c3b2a1", "a network capture, which shows no mailbox"),
            new Magic("0a0d0d0a", "a network capture, which shows no mailbox"),
            new Magic("255044462d", "a PDF document"));

    /** How the first lines of a text begin, as a regular expression without repetition of groups, and what it is. */
    private static final Map<Pattern, String> TEXTS = texts();

    private ForeignFile() {}

    private static Map<Pattern, String> texts() {
        Map<Pattern, String> texts = new LinkedHashMap<>();
        texts.put(Pattern.compile("\\s{0,9}\"(SMTPD|IMAPD|POP3D|TCPIP|SMTPC|APPLICATION)\"\t\\d"),
                LOG_OF + "hMailServer" + UNREADABLE);
        texts.put(Pattern.compile("\\s{0,9}(Mon|Tue|Wed|Thu|Fri|Sat|Sun) \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d"),
                LOG_OF + "MDaemon" + UNREADABLE);
        texts.put(Pattern.compile("\\s{0,9}\\[\\d\\d/[A-Z][a-z]{2}/\\d{4} \\d\\d:\\d\\d:\\d\\d\\]"),
                LOG_OF + "Kerio Connect" + UNREADABLE);
        texts.put(Pattern.compile("#Software: Microsoft Exchange Server"), "a protocol log of Exchange Server, which"
                + " this version cannot read: give the message tracking log");
        texts.put(Pattern.compile("#Software: Microsoft Internet Information Services"), "a web server log of Windows,"
                + " which this version cannot read");
        return texts;
    }

    static Optional<String> name(Preview preview) {
        byte[] bytes = preview.bytes();
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < bytes.length && i < 16; i++) {
            hex.append(Character.forDigit(bytes[i] >> 4 & 15, 16)).append(Character.forDigit(bytes[i] & 15, 16));
        }
        String start = hex.toString();
        return KNOWN.stream().filter(magic -> start.startsWith(magic.hex())).map(Magic::what).findFirst()
                .or(() -> TEXTS.entrySet().stream().filter(text -> text.getKey().matcher(preview.text()).lookingAt())
                        .map(Map.Entry::getValue).findFirst());
    }
}
