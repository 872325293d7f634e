package org.mimawari.announce.setting;

import java.util.List;
import java.util.Optional;
import org.mimawari.announce.net.Trust;
import org.mimawari.announce.syslog.SyslogSettings;

/** Reads the settings of a syslog channel. */
final class SyslogReader {

    /** RFC 5424 section 6.2.1, by the names that syslog.conf uses, from 0 on. */
    private static final List<String> FACILITIES = List.of("kern", "user", "mail", "daemon", "auth", "syslog", "lpr",
            "news", "uucp", "cron", "authpriv", "ftp", "ntp", "audit", "alert", "clock", "local0", "local1", "local2",
                    "local3",
            "local4", "local5", "local6", "local7");
    private static final int TLS_PORT = 6514;
    private static final int PLAIN_PORT = 601;

    private SyslogReader() {}

    static SyslogSettings read(ChannelSettings settings, Trust trust, String hostName) throws SettingException {
        boolean encrypted = isEncrypted(settings);
        try {
            return new SyslogSettings(settings.text("host"),
                    settings.number("port", 1, 65_535, encrypted ? TLS_PORT : PLAIN_PORT), encrypted,
                    facility(settings),
                    settings.find("host-name").orElse(hostName),
                    settings.number("enterprise-number", 1, 999_999_999, SyslogSettings.EXAMPLE_ENTERPRISE), trust,
                    SyslogSettings.USUAL_LIMIT);
        } catch (IllegalArgumentException e) {
            throw settings.wrong("security", e.getMessage());
        }
    }

    private static boolean isEncrypted(ChannelSettings settings) throws SettingException {
        return switch (settings.find("security").orElse("tls")) {
            case "tls" -> true;
            case "none" -> false;
            default -> throw settings.wrong("security", "expected tls or none");
        };
    }

    private static int facility(ChannelSettings settings) throws SettingException {
        Optional<String> name = settings.find("facility");
        int facility = name.map(FACILITIES::indexOf).orElse(SyslogSettings.AUTHPRIV);
        if (facility < 0) {
            throw settings.wrong("facility", "expected one of " + String.join(", ", FACILITIES));
        }
        return facility;
    }
}
