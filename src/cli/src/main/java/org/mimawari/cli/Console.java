package org.mimawari.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Where output goes, and what it may look like there. The launcher says which streams are terminals, as Java cannot
 * tell them apart.
 *
 * @param width columns of the terminal; 80 where there is none
 * @param colour false in a pipe and where {@code NO_COLOR} is set
 */
public record Console(
        PrintStream out, PrintStream err, boolean outIsTerminal, boolean errIsTerminal, int width, boolean colour) {

    private static final int USUAL_WIDTH = 80;
    private static final int NARROWEST = 40;
    private static final int WIDEST = 240;

    /** The console of this process. */
    static Console ofProcess(Map<String, String> environment) {
        boolean out = Boolean.getBoolean("mimawari.stdout.terminal");
        boolean err = Boolean.getBoolean("mimawari.stderr.terminal");
        int columns = Integer.getInteger("mimawari.columns", USUAL_WIDTH);
        int width = out ? Math.max(NARROWEST, Math.min(WIDEST, columns)) : USUAL_WIDTH;
        boolean plain = environment.containsKey("NO_COLOR") || "dumb".equals(environment.get("TERM"));
        return new Console(stream(FileDescriptor.out), stream(FileDescriptor.err), out, err, width, out && !plain);
    }

    /** Says what works but should be changed. */
    void warn(List<String> sentences) {
        sentences.forEach(sentence -> err.println("mimawari: warning: " + Plain.text(sentence)));
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
