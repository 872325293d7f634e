package org.mimawari.evidence;

import java.util.Locale;
import java.util.Optional;

/** Reads addresses as logs write them, without ever resolving a name. */
final class IpAddressReader {

    private static final int LONGEST = 64;

    private IpAddressReader() {}

    static Optional<String> normalised(String raw) {
        String text = raw.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        if (text.regionMatches(true, 0, "IPv6:", 0, 5)) {
            text = text.substring(5);
        }
        if (text.startsWith("[")) {
            int close = text.indexOf(']');
            return close < 0 ? Optional.empty() : normalised(text.substring(1, close));
        }
        int firstColon = text.indexOf(':');
        if (firstColon < 0) {
            return version4(text);
        }
        if (firstColon == text.lastIndexOf(':')) {
            return version4(text.substring(0, firstColon));
        }
        return version6(text);
    }

    static String neighbourhood(String text) {
        if (text.indexOf(':') < 0) {
            return text.substring(0, text.lastIndexOf('.')) + ".0/24";
        }
        int[] groups = groups(text).orElse(new int[8]);
        return Integer.toHexString(groups[0]) + ":" + Integer.toHexString(groups[1]) + ":"
                + Integer.toHexString(groups[2]) + "::/48";
    }

    static boolean isLocal(String text) {
        if (text.indexOf(':') >= 0) {
            int first = groups(text).orElse(new int[8])[0];
            return text.equals("::1") || text.equals("::") || (first & 0xfe00) == 0xfc00 || (first & 0xffc0) == 0xfe80;
        }
        int dot = text.indexOf('.');
        int first = number(text, 0, dot);
        int second = number(text, dot + 1, text.indexOf('.', dot + 1));
        return switch (first) {
            case 10, 127, 0 -> true;
            case 172 -> second >= 16 && second <= 31;
            case 192 -> second == 168;
            case 169 -> second == 254;
            default -> false;
        };
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private static Optional<String> version4(String text) {
        int dots = 0;
        int value = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.') {
                if (value < 0 || ++dots > 3) {
                    return Optional.empty();
                }
                value = -1;
            } else if (c >= '0' && c <= '9' && value != 0) {
                value = Math.max(value, 0) * 10 + (c - '0');
                if (value > 255) {
                    return Optional.empty();
                }
            } else {
                return Optional.empty();
            }
        }
        return dots == 3 && value >= 0 ? Optional.of(text) : Optional.empty();
    }

    private static Optional<String> version6(String text) {
        int zone = text.indexOf('%');
        String bare = (zone < 0 ? text : text.substring(0, zone)).toLowerCase(Locale.ROOT);
        int lastColon = bare.lastIndexOf(':');
        if (bare.indexOf('.') > 0) {
            return mapped(bare, lastColon);
        }
        return groups(bare).map(IpAddressReader::shortest);
    }

    /** {@code ::ffff:192.0.2.1} is the IPv4 address behind it (RFC 4291 section 2.5.5.2). */
    private static Optional<String> mapped(String text, int lastColon) {
        String head = text.substring(0, lastColon + 1);
        boolean isMapped = head.equals("::ffff:") || head.equals("::") || head.equals("0:0:0:0:0:ffff:");
        return isMapped ? version4(text.substring(lastColon + 1)) : Optional.empty();
    }

    private static Optional<int[]> groups(String text) {
        int gap = text.indexOf("::");
        String[] left = split(gap < 0 ? text : text.substring(0, gap));
        String[] right = gap < 0 ? new String[0] : split(text.substring(gap + 2));
        int given = left.length + right.length;
        if (gap < 0 ? given != 8 : given > 7) {
            return Optional.empty();
        }
        int[] groups = new int[8];
        boolean good = fill(groups, 0, left) && fill(groups, 8 - right.length, right);
        return good ? Optional.of(groups) : Optional.empty();
    }

    private static String[] split(String text) {
        return text.isEmpty() ? new String[0] : text.split(":", -1);
    }

    private static boolean fill(int[] groups, int from, String[] texts) {
        for (int i = 0; i < texts.length; i++) {
            String text = texts[i];
            if (text.isEmpty() || text.length() > 4 || !text.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
                return false;
            }
            groups[from + i] = Integer.parseInt(text, 16);
        }
        return true;
    }

    /** The writing of RFC 5952: the longest run of zero groups is left out. */
    private static String shortest(int[] groups) {
        if (isMapped(groups)) {
            return (groups[6] >> 8) + "." + (groups[6] & 255) + "." + (groups[7] >> 8) + "." + (groups[7] & 255);
        }
        int bestStart = -1;
        int bestLength = 1;
        for (int i = 0; i < 8; i++) {
            int end = i;
            while (end < 8 && groups[end] == 0) {
                end++;
            }
            if (end - i > bestLength) {
                bestStart = i;
                bestLength = end - i;
            }
        }
        if (bestStart < 0) {
            return joined(groups, 0, 8);
        }
        return joined(groups, 0, bestStart) + "::" + joined(groups, bestStart + bestLength, 8);
    }

    private static boolean isMapped(int[] groups) {
        return groups[5] == 0xffff && groups[0] == 0 && groups[1] == 0 && groups[2] == 0 && groups[3] == 0
                && groups[4] == 0;
    }

    private static String joined(int[] groups, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i == from ? "" : ":").append(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }
}
