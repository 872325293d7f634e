package org.mimawari.connector.export.serverlog;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import org.mimawari.connector.export.Preview;

/** Judges by its first lines whether a file is a log of a mail server, or of a system on which one may run. */
final class LogRecognition {

    private static final int MOST_LINES = 400;
    private static final int MAIL_SERVER = 95;
    private static final int SYSTEM = 55;
    private static final int YEAR = 2024;

    private int lines;
    private int framed;
    private int named;
    private int ofMail;

    private LogRecognition() {}

    /** 0 to 100, as {@link org.mimawari.connector.export.FormatReader#recognises}. */
    static int sure(Preview preview) {
        LogRecognition judge = new LogRecognition();
        try {
            judge.read(preview.bytes());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return judge.judged();
    }

    private void read(byte[] bytes) throws IOException {
        LineReader reader = new LineReader(new ByteArrayInputStream(bytes));
        LogFraming framing = new LogFraming(ZoneOffset.UTC, new YearWalk(YEAR, Long.MAX_VALUE));
        LogLine line = new LogLine();
        while (lines < MOST_LINES && reader.next(line)) {
            lines++;
            boolean isFramed = framing.frame(line);
            framed += isFramed ? 1 : 0;
            named += isFramed && line.tagTo > line.tagFrom ? 1 : 0;
            ofMail += isFramed && isMail(line) ? 1 : 0;
        }
    }

    private int judged() {
        if (ofMail > 0 && framed * 2 >= lines) {
            return MAIL_SERVER;
        }
        return named > 0 && named * 10 >= lines * 8 ? SYSTEM : 0;
    }

    /** A stamp with a space is common to many logs: without a program's name, Exim's own words are needed. */
    private static boolean isMail(LogLine line) {
        return switch (line.program) {
            case OTHER -> false;
            case EXIM -> line.tagTo > line.tagFrom || EximLines.isTypical(line);
            default -> true;
        };
    }
}
