package org.mimawari.evidence;

import java.util.Optional;

/**
 * An IPv4 or IPv6 address in its shortest usual writing; ports, brackets and IPv4-mapped forms are taken off.
 * Immutable; safe for any thread.
 *
 * <p>No record, because its neighbourhood is asked for again and again and is worked out only once, as the hash of a
 * {@code String} is: two threads may both do so and come to the same.
 */
public final class IpAddress implements Comparable<IpAddress> {

    private static final String NOT_ASKED = "";
    private static final byte UNKNOWN = 0;
    private static final byte LOCAL = 1;
    private static final byte PUBLIC = 2;

    private final String text;
    private String neighbourhood = NOT_ASKED;
    private byte local = UNKNOWN;

    public IpAddress(String text) {
        this.text = text;
    }

    /**
     * The address in one of the shapes logs use: {@code 192.0.2.1}, {@code 192.0.2.1:4432}, {@code [2001:db8::1]:443},
     * {@code ::ffff:192.0.2.1}, {@code IPv6:2001:db8::1}. Never asks a name server. Empty where it is no address.
     */
    public static Optional<IpAddress> find(String raw) {
        return IpAddressReader.normalised(raw).map(IpAddress::new);
    }

    public String text() {
        return text;
    }

    public boolean isVersion6() {
        return text.indexOf(':') >= 0;
    }

    /** The /24 (IPv4) or /48 (IPv6) the address lies in, as a text for comparison. */
    public String neighbourhood() {
        String known = neighbourhood;
        if (known.isEmpty()) {
            known = IpAddressReader.neighbourhood(text);
            neighbourhood = known;
        }
        return known;
    }

    /** True for loopback, private (RFC 1918, RFC 4193), link-local and unspecified addresses. */
    public boolean isLocal() {
        byte known = local;
        if (known == UNKNOWN) {
            known = IpAddressReader.isLocal(text) ? LOCAL : PUBLIC;
            local = known;
        }
        return known == LOCAL;
    }

    @Override
    public int compareTo(IpAddress other) {
        return text.compareTo(other.text);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IpAddress address && text.equals(address.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
