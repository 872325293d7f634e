package org.mimawari.indicator.sent;

import java.util.Locale;
import java.util.stream.Stream;
import org.mimawari.indicator.words.ExactWords;

/** The kinds of attachments that run or render something when they are opened. */
final class AttachmentKind {

    private static final ExactWords RISKY = ExactWords.load("risky-attachments");

    private AttachmentKind() {}

    /** The ending of the file name, where it is a risky one. */
    static Stream<String> risky(String fileName) {
        String ending = fileName.substring(fileName.lastIndexOf('.') + 1).strip().toLowerCase(Locale.ROOT);
        return fileName.indexOf('.') >= 0 && RISKY.contains(ending) ? Stream.of("." + ending) : Stream.empty();
    }
}
