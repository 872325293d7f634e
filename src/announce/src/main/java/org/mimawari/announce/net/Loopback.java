package org.mimawari.announce.net;

import java.util.Locale;

/** Tells by its name whether a host is this machine, where nobody else can listen. No name is looked up. */
public final class Loopback {

    private Loopback() {}

    public static boolean is(String host) {
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        String name = bare.toLowerCase(Locale.ROOT);
        return name.equals("localhost") || name.equals("::1") || name.equals("0:0:0:0:0:0:0:1") || isLoopbackV4(name);
    }

    /** All of 127.0.0.0/8, as four plain numbers: 127.0.0.1.example is a name of somebody else's. */
    private static boolean isLoopbackV4(String name) {
        String[] parts = name.split("\\.", 5);
        if (parts.length != 4 || !parts[0].equals("127")) {
            return false;
        }
        for (String part : parts) {
            if (part.isEmpty() || part.length() > 3 || !part.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return false;
            }
        }
        return true;
    }
}
