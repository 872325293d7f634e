package org.mimawari.indicator.signin;

import org.mimawari.evidence.IpAddress;

/** The /16 (IPv4) or the first two groups (IPv6) of an address: roughly one provider. */
final class WideRange {

    private WideRange() {}

    static String of(IpAddress address) {
        String near = address.neighbourhood();
        char dot = address.isVersion6() ? ':' : '.';
        int second = near.indexOf(dot, near.indexOf(dot) + 1);
        return near.substring(0, second);
    }
}
