package org.mimawari.live;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.ConnectorException.Problem;
import org.mimawari.connector.Settings;
import org.mimawari.evidence.MailboxAddress;

/** Reads the settings that connectors to services have in common. What is malformed is a {@code USAGE} error that names it. */
public final class ServiceSettings {

    private static final int MOST_PARALLEL = 64;
    private static final Duration MONTH = Duration.ofDays(30);

    private ServiceSettings() {}

    /** {@code 30d}, {@code 12h}, or a date. */
    public static Since since(Settings settings) throws ConnectorException {
        Optional<String> text = settings.find("since").map(String::strip);
        if (text.filter(given -> given.length() >= 10 && given.charAt(4) == '-').isEmpty()) {
            return new Since(Optional.empty(), duration(settings, "since", MONTH));
        }
        try {
            String given = text.get();
            Instant moment = given.length() == 10 ? LocalDate.parse(given).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(given);
            return new Since(Optional.of(moment), MONTH);
        } catch (DateTimeException e) {
            throw usage("'since' is a time such as 30d, or a date such as 2026-11-01, not '" + text.get() + "'");
        }
    }

    /** Such as {@code 45m} or {@code 12h}; the usual one where the setting is missing. */
    public static Duration duration(Settings settings, String name, Duration usual) throws ConnectorException {
        Optional<String> given = settings.find(name).map(text -> text.strip().toLowerCase(Locale.ROOT));
        if (given.isEmpty()) {
            return usual;
        }
        String text = given.get();
        String digits = text.isEmpty() ? "" : text.substring(0, text.length() - 1);
        boolean sound = !digits.isEmpty() && digits.length() <= 5 && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                && Integer.parseInt(digits) > 0 && "smhd".indexOf(text.charAt(text.length() - 1)) >= 0;
        if (!sound) {
            throw usage("'" + name + "' is a time such as 45m, 12h or 30d, not '" + text + "'");
        }
        int number = Integer.parseInt(digits);
        return switch (text.charAt(text.length() - 1)) {
            case 's' -> Duration.ofSeconds(number);
            case 'm' -> Duration.ofMinutes(number);
            case 'h' -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    /** The only mailboxes to look at; empty for all. */
    public static Set<MailboxAddress> mailboxes(Settings settings) throws ConnectorException {
        Set<MailboxAddress> mailboxes = new LinkedHashSet<>();
        for (String text : settings.list("mailboxes")) {
            mailboxes.add(MailboxAddress.findFull(text)
                    .orElseThrow(() -> usage("'mailboxes' are mail addresses, not '" + text + "'")));
        }
        return mailboxes;
    }

    /** How many requests may be on their way at the same time, 1 to {@value #MOST_PARALLEL}. */
    public static int parallel(Settings settings) throws ConnectorException {
        String text = settings.find("parallel").orElse("32").strip();
        boolean sound = text.matches("[0-9]{1,3}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= MOST_PARALLEL;
        if (!sound) {
            throw usage("'parallel' is a number from 1 to " + MOST_PARALLEL + ", not '" + text + "'");
        }
        return Integer.parseInt(text);
    }

    /** A file or a folder; empty where the setting is missing. */
    public static Optional<Path> path(Settings settings, String name) throws ConnectorException {
        try {
            return settings.find(name).map(Path::of);
        } catch (InvalidPathException e) {
            throw usage("'" + name + "' is no path");
        }
    }

    private static ConnectorException usage(String message) {
        return new ConnectorException(Problem.USAGE, message);
    }
}
