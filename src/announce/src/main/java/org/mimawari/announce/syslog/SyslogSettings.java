package org.mimawari.announce.syslog;

import java.time.Duration;
import org.mimawari.announce.net.Loopback;
import org.mimawari.announce.net.Trust;

/**
 * Where syslog messages go.
 *
 * @param encrypted false sends in clear, which is allowed to this machine only
 * @param facility 0 to 23 (RFC 5424 section 6.2.1)
 * @param hostName this host's name in the messages; {@code -} where it has none to tell
 * @param enterprise the private enterprise number of the structured data's name (RFC 5424 section 7.2.2)
 * @param limit how long one delivery may take in all
 */
public record SyslogSettings(String host, int port, boolean encrypted, int facility, String hostName, int enterprise,
        Trust trust, Duration limit) {

    public static final Duration USUAL_LIMIT = Duration.ofSeconds(60);
    /** Facility 10: security and authorization messages. */
    public static final int AUTHPRIV = 10;
    /** The number that RFC 5612 sets aside for examples: Mimawari has none of its own. */
    public static final int EXAMPLE_ENTERPRISE = 32473;
    private static final int LONGEST_HOST = 255;

    public SyslogSettings {
        if (!encrypted && !Loopback.is(host)) {
            throw new IllegalArgumentException("syslog without TLS is allowed to this machine only, not to " + host);
        }
        if (facility < 0 || facility > 23) {
            throw new IllegalArgumentException("a syslog facility is 0 to 23, not " + facility);
        }
        boolean isPlain = hostName.chars().allMatch(c -> c > ' ' && c < 0x7F);
        if (hostName.isEmpty() || hostName.length() > LONGEST_HOST || !isPlain) {
            throw new IllegalArgumentException("a syslog host name has 1 to 255 printable ASCII characters, no space");
        }
    }
}
