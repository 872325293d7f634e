package org.mimawari.connector.google;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mimawari.connector.Connector;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.ConnectorException.Problem;
import org.mimawari.connector.ConnectorFactory;
import org.mimawari.connector.Settings;
import org.mimawari.connector.google.api.Endpoint;
import org.mimawari.connector.google.collect.Kind;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.live.Waiting;

/** Makes connectors of the type {@code google-workspace}; docs/google-workspace.md lists the settings. */
public final class GoogleWorkspaceConnectorFactory implements ConnectorFactory {

    private static final int MOST_PARALLEL = 64;
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration HALF_DAY = Duration.ofHours(12);

    private final Waiting waiting;

    public GoogleWorkspaceConnectorFactory() {
        this(Waiting.REAL);
    }

    /** For tests, whose time passes without waiting. */
    GoogleWorkspaceConnectorFactory(Waiting waiting) {
        this.waiting = waiting;
    }

    @Override
    public String type() {
        return "google-workspace";
    }

    @Override
    public Connector connector(Settings settings) throws ConnectorException {
        MailboxAddress admin = MailboxAddress.findFull(settings.text("admin"))
                .orElseThrow(() -> usage("'admin' is the mail address of an administrator"));
        return new GoogleWorkspaceConnector(new GoogleSettings(endpoint(settings), key(settings), admin, kinds(settings),
                since(settings), new OwnDomains(new LinkedHashSet<>(settings.list("own-domains"))), mailboxes(settings),
                parallel(settings), duration(settings, "deadline", HALF_DAY)), waiting);
    }

    private static AccountKey key(Settings settings) throws ConnectorException {
        Optional<String> text = settings.find("key");
        Optional<String> file = settings.find("key-file");
        if (text.isPresent() == file.isPresent()) {
            throw usage(text.isPresent() ? "only one of 'key' and 'key-file' may be given"
                    : "the setting 'key-file' is missing; 'key' with what is in it would do too");
        }
        return text.isPresent() ? new AccountKey.Text(text.get()) : new AccountKey.InFile(path(file.get()));
    }

    private static Path path(String file) throws ConnectorException {
        try {
            return Path.of(file);
        } catch (InvalidPathException e) {
            throw usage("'key-file' is no path");
        }
    }

    private static Endpoint endpoint(Settings settings) throws ConnectorException {
        Optional<String> address = settings.find("test-endpoint");
        Optional<String> tokens = settings.find("test-login").or(() -> address);
        try {
            return address.isPresent() ? Endpoint.onThisMachine(address.get(), tokens.get()) : Endpoint.GOOGLE;
        } catch (IllegalArgumentException e) {
            throw usage("'test-endpoint' is for tests on this machine: " + e.getMessage());
        }
    }

    private static Set<Kind> kinds(Settings settings) throws ConnectorException {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (String word : settings.list("kinds")) {
            kinds.add(Kind.find(word.strip().toLowerCase(Locale.ROOT)).orElseThrow(() -> usage("'kinds' are "
                    + Arrays.stream(Kind.values()).map(Kind::word).collect(Collectors.joining(", ")) + ", not '" + word + "'")));
        }
        return kinds.isEmpty() ? EnumSet.copyOf(Kind.USUAL) : kinds;
    }

    /** {@code 30d}, {@code 12h}, or a date. */
    private static GoogleSettings.Since since(Settings settings) throws ConnectorException {
        Optional<String> text = settings.find("since").map(String::strip);
        if (text.filter(given -> given.length() >= 10 && given.charAt(4) == '-').isEmpty()) {
            return new GoogleSettings.Since(Optional.empty(), duration(settings, "since", MONTH));
        }
        try {
            String given = text.get();
            Instant moment = given.length() == 10 ? LocalDate.parse(given).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(given);
            return new GoogleSettings.Since(Optional.of(moment), MONTH);
        } catch (DateTimeException e) {
            throw usage("'since' is a time such as 30d, or a date such as 2026-11-01, not '" + text.get() + "'");
        }
    }

    private static Duration duration(Settings settings, String name, Duration usual) throws ConnectorException {
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

    private static Set<MailboxAddress> mailboxes(Settings settings) throws ConnectorException {
        Set<MailboxAddress> mailboxes = new LinkedHashSet<>();
        for (String text : settings.list("mailboxes")) {
            mailboxes.add(MailboxAddress.findFull(text)
                    .orElseThrow(() -> usage("'mailboxes' are mail addresses, not '" + text + "'")));
        }
        return mailboxes;
    }

    private static int parallel(Settings settings) throws ConnectorException {
        String text = settings.find("parallel").orElse("32").strip();
        boolean sound = text.matches("[0-9]{1,3}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= MOST_PARALLEL;
        if (!sound) {
            throw usage("'parallel' is a number from 1 to " + MOST_PARALLEL + ", not '" + text + "'");
        }
        return Integer.parseInt(text);
    }

    private static ConnectorException usage(String message) {
        return new ConnectorException(Problem.USAGE, message);
    }
}
