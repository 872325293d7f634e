package org.mimawari.connector.imap;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mimawari.connector.Connector;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.ConnectorException.Problem;
import org.mimawari.connector.ConnectorFactory;
import org.mimawari.connector.Settings;
import org.mimawari.connector.imap.ImapSettings.Account;
import org.mimawari.connector.imap.ImapSettings.Security;

/**
 * Makes connectors of the type {@code imap}. Settings: {@code host}; {@code security} (tls, starttls, none; default
 * tls); {@code port} (default 993, or 143); {@code mailboxes}; {@code password}, or {@code master-user} and
 * {@code master-password}; {@code sent-folders}; {@code contents} (default no).
 */
public final class ImapConnectorFactory implements ConnectorFactory {

    @Override
    public String type() {
        return "imap";
    }

    @Override
    public Connector connector(Settings settings) throws ConnectorException {
        Security security = security(settings);
        int port = port(settings, security);
        boolean contents = settings.find("contents").filter(text -> text.equalsIgnoreCase("yes")
                || text.equalsIgnoreCase("true")).isPresent();
        return new ImapConnector(new ImapSettings(settings.text("host"), port, security, accounts(settings),
                settings.list("sent-folders"), contents, ImapSettings.Limits.USUAL));
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

    private static int port(Settings settings, Security security) throws ConnectorException {
        String text = settings.find("port").orElse(security == Security.TLS ? "993" : "143");
        boolean sound = text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= 65_535 && Integer.parseInt(text) > 0;
        if (!sound) {
            throw usage("'port' is a number from 1 to 65535, not '" + text + "'");
        }
        return Integer.parseInt(text);
    }

    private static List<Account> accounts(Settings settings) throws ConnectorException {
        Optional<String> master = settings.find("master-user");
        String password = settings.text(master.isPresent() ? "master-password" : "password");
        List<Account> accounts = new ArrayList<>();
        for (String mailbox : settings.list("mailboxes")) {
            accounts.add(new Account(mailbox.strip(), master.orElse(mailbox.strip()), password,
                    master.isPresent() ? Optional.of(mailbox.strip()) : Optional.empty()));
        }
        if (accounts.isEmpty()) {
            throw usage("the setting 'mailboxes' is missing: name at least one mailbox");
        }
        return accounts;
    }

    private static ConnectorException usage(String message) {
        return new ConnectorException(Problem.USAGE, message);
    }
}
