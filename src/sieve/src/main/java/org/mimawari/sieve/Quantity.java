package org.mimawari.sieve;

/** Reads numbers with a unit (RFC 5228 section 2.4.1). */
final class Quantity {

    private static final long KILO = 1024;

    private Quantity() {}

    /** The number in full; −1 where it is none or too large to mean anything. */
    static long bytes(String text) {
        String digits = text.isEmpty() ? "" : text.substring(0, text.length() - 1);
        return switch (text.isEmpty() ? ' ' : Character.toUpperCase(text.charAt(text.length() - 1))) {
            case 'K' -> times(digits, KILO);
            case 'M' -> times(digits, KILO * KILO);
            case 'G' -> times(digits, KILO * KILO * KILO);
            default -> times(text, 1);
        };
    }

    private static long times(String digits, long unit) {
        boolean sound = !digits.isEmpty() && digits.length() <= 9 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return sound ? Long.parseLong(digits) * unit : -1;
    }
}
