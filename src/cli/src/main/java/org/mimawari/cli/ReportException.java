package org.mimawari.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** A report could not be written. The message names the file, why, and the way out. */
final class ReportException extends IOException {

    private static final long serialVersionUID = 1L;

    private ReportException(String message, IOException cause) {
        super(message, cause);
    }

    static ReportException of(Path path, IOException cause) {
        return new ReportException("the report " + path + " cannot be written, " + reason(cause), cause);
    }

    private static String reason(IOException cause) {
        String said = Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName());
        String word = said.toLowerCase(Locale.ROOT);
        if (word.contains("no space left") || word.contains("quota exceeded") || word.contains("not enough space")) {
            return "the disk is full: make room there, or name another folder";
        }
        if (cause instanceof AccessDeniedException) {
            return "it is not allowed: give the right to write there, or name another folder";
        }
        return cause instanceof FileAlreadyExistsException ? "a file stands in the way: name another folder"
                : said + ": mend that, or name another folder";
    }
}
