package org.mimawari.announce.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import org.mimawari.announce.net.Loopback;
import org.mimawari.announce.net.Trust;

/**
 * Where announcements are posted to. The address itself may be a secret, as with Slack and Teams: only its host is ever
 * shown.
 *
 * @param limit how long one delivery may take in all
 */
public record Endpoint(URI address, Trust trust, Duration limit) {

    public static final Duration USUAL_LIMIT = Duration.ofSeconds(30);

    /**
     * @throws IllegalArgumentException where the address is not https, or http to this machine; it does not quote it
     */
    public Endpoint {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        String host = address.getHost();
        if (host == null || host.isEmpty() || address.getRawUserInfo() != null || address.getRawFragment() != null) {
            throw new IllegalArgumentException("expected an address like https://host/path, without user and fragment");
        }
        if (!scheme.equals("https") && !(scheme.equals("http") && Loopback.is(host))) {
            throw new IllegalArgumentException("expected an https address; http is allowed to this machine only");
        }
    }

    /** @throws IllegalArgumentException as above */
    public static Endpoint of(String address, Trust trust) {
        try {
            return new Endpoint(new URI(address.strip()), trust, USUAL_LIMIT);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("no valid web address");
        }
    }

    /** The host, which is all that may be shown. */
    @Override
    public String toString() {
        return address.getHost();
    }
}
