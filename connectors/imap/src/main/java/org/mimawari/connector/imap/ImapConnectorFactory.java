package org.mimawari.connector.imap;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mimawari.connector.Connector;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.ConnectorException.Problem;
import org.mimawari.connector.ConnectorFactory;
import org.mimawari.connector.Settings;
import org.mimawari.connector.imap.ImapSettings.Limits;
import org.mimawari.connector.imap.protocol.Security;
import org.mimawari.connector.imap.protocol.Timing;
import org.mimawari.connector.imap.protocol.Trust;

/** Makes connectors of the type {@code imap}; docs/imap.md lists the settings. */
public final class ImapConnectorFactory implements ConnectorFactory {

    private static final int MOST_PARALLEL = 64;

    @Override
    public String type() {
        return "imap";
    }

    @Override
    public Connector connector(Settings settings) throws ConnectorException {
        String host = settings.text("host");
        Security security = security(settings);
        int port = number(settings, "port", security == Security.TLS ? 993 : 143, 65_535);
        Optional<Path> certificate = path(settings, "client-certificate");
        Trust trust = new Trust(path(settings, "ca"), certificate, settings.find("client-certificate-password").orElse(""));
        return new ImapConnector(new ImapSettings(host, port, security, settings.find("certificate-name").orElse(host),
                trust, accounts(settings, certificate.isPresent()), settings.list("sent-folders"),
                yes(settings, "contents"), number(settings, "parallel", 4, MOST_PARALLEL), limits(settings)),
                FilterScripts.of(settings, host, trust));
    }

    private static Security security(Settings settings) throws ConnectorException {
        String text = settings.find("security").orElse("tls");
        for (Security each : Security.values()) {
            if (each.name().equals(text.toUpperCase(Locale.ROOT))) {
                return each;
            }
        }
        throw usage("'security' is tls, starttls or none, not '" + text + "'");
    }

    private static AccountPlan accounts(Settings settings, boolean certificate) throws ConnectorException {
        Optional<String> master = settings.find("master-user");
        Optional<String> masterPassword = settings.find("master-password");
        Optional<String> password = settings.find("password");
        SignInWay way = new SignInWay(master, settings.find("master-separator"),
                master.isPresent() ? masterPassword : password, settings.find("token"), certificate);
        AccountPlan plan = new AccountPlan(settings.list("mailboxes").stream().map(String::strip).toList(),
                path(settings, "mailboxes-file"), way);
        if (master.isPresent() && masterPassword.isEmpty()) {
            throw usage("the setting 'master-password' is missing");
        }
        boolean secret = way.password().isPresent() || way.token().isPresent() || certificate;
        if (!secret && plan.file().isEmpty()) {
            throw usage("the setting 'password' is missing; 'token', 'master-user' or 'client-certificate' would do too");
        }
        if (plan.mailboxes().isEmpty() && plan.file().isEmpty()) {
            throw usage("the setting 'mailboxes' is missing: name at least one mailbox, or a 'mailboxes-file'");
        }
        return plan;
    }

    private static Limits limits(Settings settings) throws ConnectorException {
        Limits usual = Limits.USUAL;
        Timing timing = usual.timing();
        return new Limits(new Timing(duration(settings, "connect-timeout", timing.connect()),
                duration(settings, "read-timeout", timing.read()), duration(settings, "command-deadline", timing.command())),
                duration(settings, "mailbox-deadline", usual.mailbox()), usual.pauses(), usual.messages(), usual.folders());
    }

    /** {@code 90s} or {@code 15m}; a bare number is seconds. */
    private static Duration duration(Settings settings, String name, Duration usual) throws ConnectorException {
        Optional<String> given = settings.find(name);
        if (given.isEmpty()) {
            return usual;
        }
        String text = given.get().strip().toLowerCase(Locale.ROOT);
        boolean minutes = text.endsWith("m");
        String digits = minutes || text.endsWith("s") ? text.substring(0, text.length() - 1) : text;
        if (!digits.matches("[0-9]{1,6}") || Integer.parseInt(digits) == 0) {
            throw usage("'" + name + "' is a time such as 90s or 15m, not '" + text + "'");
        }
        return minutes ? Duration.ofMinutes(Integer.parseInt(digits)) : Duration.ofSeconds(Integer.parseInt(digits));
    }

    private static int number(Settings settings, String name, int usual, int most) throws ConnectorException {
        String text = settings.find(name).orElse(String.valueOf(usual)).strip();
        boolean sound = text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= most && Integer.parseInt(text) > 0;
        if (!sound) {
            throw usage("'" + name + "' is a number from 1 to " + most + ", not '" + text + "'");
        }
        return Integer.parseInt(text);
    }

    private static boolean yes(Settings settings, String name) {
        return settings.find(name).filter(text -> List.of("yes", "true", "on").contains(text.toLowerCase(Locale.ROOT)))
                .isPresent();
    }

    private static Optional<Path> path(Settings settings, String name) throws ConnectorException {
        try {
            return settings.find(name).map(Path::of);
        } catch (InvalidPathException e) {
            throw usage("'" + name + "' is no path of a file");
        }
    }

    private static ConnectorException usage(String message) {
        return new ConnectorException(Problem.USAGE, message);
    }
}
