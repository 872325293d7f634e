package org.mimawari.report.wording;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.TimeRange;
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
    private static final Pattern PLAIN = Pattern.compile("[a-z0-9][a-z0-9._+-]{0,63}@[a-z0-9][a-z0-9.-]{0,189}");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);

    private final Properties lines = new Properties();
    private final Set<String> systems;

    /** @param systems of which commands are wanted: {@code microsoft}, {@code google}, {@code server} */
    public Commands(Set<String> systems) {
        this.systems = systems;
        try (InputStream in = Commands.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the packaged commands " + RESOURCE + " are missing");
            }
            lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the packaged commands " + RESOURCE, e);
        }
    }

    /** What an incident puts into the commands about it. */
    public record Particulars(Optional<MailboxAddress> mailbox, TimeRange when, Optional<IpAddress> intruder) {}

    /** The commands for a step, system by system; none where it is not done with a command. */
    public List<Command> of(ResponseStep step, Particulars about) {
        String address = about.mailbox().map(MailboxAddress::text).filter(text -> PLAIN.matcher(text).matches()).orElse("ADDRESS");
        String domain = address.substring(address.indexOf('@') + 1);
        List<Command> commands = new ArrayList<>();
        for (String system : systems) {
            Optional.ofNullable(lines.getProperty(Words.of(step) + "." + system)).ifPresent(line ->
                    commands.add(new Command(system, line.replace("{mailbox}", address).replace("{domain}", domain)
                            .replace("{from}", day(about.when().from(), -1, "FROM")).replace("{to}", day(about.when().to(), 2, "TO"))
                            .replace("{ip}", about.intruder().map(IpAddress::text).orElse("IP_ADDRESS")))));
        }
        return commands;
    }

    /** A day around the incident in UTC, with room for all zones. */
    private static String day(Optional<Instant> time, int days, String unknown) {
        return time.map(moment -> DAY.format(Phrasing.clamped(moment).plus(Duration.ofDays(days)))).orElse(unknown);
    }
}
