package org.mimawari.report.wording;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.Words;
import org.mimawari.incident.ResponseStep;

/**
 * Command lines that help with a step of a response, for the reader to check and run. An address is put in only where
 * it is so plain that no shell can read anything else into it; otherwise the reader finds {@code ADDRESS}.
 */
public final class Commands {

    /** A command line for one mail system: {@code microsoft}, {@code google} or {@code server}. */
    public record Command(String system, String line) {}

    private static final String RESOURCE = "/org/mimawari/report/commands.properties";
    private static final List<String> SYSTEMS = List.of("microsoft", "google", "server");
    private static final Pattern PLAIN = Pattern.compile("[a-z0-9][a-z0-9._+-]{0,63}@[a-z0-9][a-z0-9.-]{0,189}");

    private final Properties lines = new Properties();

    public Commands() {
        try (InputStream in = Commands.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the packaged commands " + RESOURCE + " are missing");
            }
            lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the packaged commands " + RESOURCE, e);
        }
    }

    /** The commands for a step, system by system; none where it is not done with a command. */
    public List<Command> of(ResponseStep step, Optional<MailboxAddress> mailbox) {
        String address = mailbox.map(MailboxAddress::text).filter(text -> PLAIN.matcher(text).matches())
                .orElse("ADDRESS");
        List<Command> commands = new ArrayList<>();
        for (String system : SYSTEMS) {
            Optional.ofNullable(lines.getProperty(Words.of(step) + "." + system))
                    .ifPresent(line -> commands.add(new Command(system, line.replace("{mailbox}", address))));
        }
        return commands;
    }
}
