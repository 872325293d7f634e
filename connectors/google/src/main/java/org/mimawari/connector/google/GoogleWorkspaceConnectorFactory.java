package org.mimawari.connector.google;

import java.nio.file.Path;
import java.time.Duration;
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
import org.mimawari.live.ServiceSettings;
import org.mimawari.live.Waiting;

/** Makes connectors of the type {@code google-workspace}; docs/google-workspace.md lists the settings. */
public final class GoogleWorkspaceConnectorFactory implements ConnectorFactory {

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
                ServiceSettings.since(settings), new OwnDomains(new LinkedHashSet<>(settings.list("own-domains"))),
                ServiceSettings.mailboxes(settings), ServiceSettings.parallel(settings),
                ServiceSettings.duration(settings, "deadline", HALF_DAY), ServiceSettings.path(settings, "resume")),
                waiting);
    }

    private static AccountKey key(Settings settings) throws ConnectorException {
        Optional<String> text = settings.find("key");
        Optional<Path> file = ServiceSettings.path(settings, "key-file");
        if (text.isPresent() == file.isPresent()) {
            throw usage(text.isPresent() ? "only one of 'key' and 'key-file' may be given"
                    : "the setting 'key-file' is missing; 'key' with what is in it would do too");
        }
        return text.isPresent() ? new AccountKey.Text(text.get()) : new AccountKey.InFile(file.get());
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

    private static ConnectorException usage(String message) {
        return new ConnectorException(Problem.USAGE, message);
    }
}
