package org.mimawari.announce.setting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mimawari.announce.mail.MailSettings;
import org.mimawari.announce.mail.MailSettings.Login;
import org.mimawari.announce.mail.MailSettings.Security;
import org.mimawari.announce.net.Loopback;
import org.mimawari.announce.net.Trust;
import org.mimawari.evidence.MailboxAddress;

/** Reads the settings of a mail channel. */
final class MailReader {

    private MailReader() {}

    static MailSettings read(ChannelSettings settings, Trust trust) throws SettingException {
        Security security = security(settings);
        String host = settings.text("host");
        Optional<Login> login = login(settings);
        if (security == Security.NONE && login.isPresent() && !Loopback.is(host)) {
            throw settings.wrong("security", "a password is not sent in clear; use starttls or tls");
        }
        List<MailboxAddress> to = new ArrayList<>();
        for (String each : settings.list("to")) {
            to.add(address(settings, "to", each));
        }
        if (to.isEmpty()) {
            throw settings.wrong("to", "this setting is missing");
        }
        return new MailSettings(host, settings.number("port", 1, 65_535, port(security)), security, login,
                address(settings, "from", settings.text("from")), to, trust, MailSettings.USUAL_LIMIT);
    }

    private static Security security(ChannelSettings settings) throws SettingException {
        return switch (settings.find("security").orElse("starttls")) {
            case "starttls" -> Security.STARTTLS;
            case "tls" -> Security.TLS;
            case "none" -> Security.NONE;
            default -> throw settings.wrong("security", "expected starttls, tls or none");
        };
    }

    /** RFC 6409 and RFC 8314; a relay without encryption listens where servers do. */
    private static int port(Security security) {
        return switch (security) {
            case STARTTLS -> 587;
            case TLS -> 465;
            case NONE -> 25;
        };
    }

    private static Optional<Login> login(ChannelSettings settings) throws SettingException {
        Optional<String> user = settings.find("user");
        Optional<String> password = settings.find("password");
        if (user.isPresent() != password.isPresent()) {
            throw settings.wrong(user.isPresent() ? "password" : "user", "'user' and 'password' go together");
        }
        return user.map(name -> new Login(name, password.orElseThrow()));
    }

    private static MailboxAddress address(ChannelSettings settings, String name, String text) throws SettingException {
        return MailboxAddress.findFull(text).filter(MailSettings::isWritable)
                .orElseThrow(() -> settings.wrong(name, "'" + text + "' is no mail address"));
    }
}
