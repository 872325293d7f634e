package org.mimawari.evidence;

import java.util.Locale;
import java.util.Optional;

/**
 * The address of an account, in lower case. A server log may name an account without a domain; such an address has an
 * empty {@link #domain()} until an own domain is known.
 */
public record MailboxAddress(String text) implements Comparable<MailboxAddress> {

    private static final int LONGEST = 320;

    public MailboxAddress {
        text = text.strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new IllegalArgumentException("a mailbox address has 1 to 320 characters, this one " + text.length());
        }
    }

    /**
     * The address in a text such as {@code smtp:Info@Example.JP}, {@code <info@example.jp>} or
     * {@code "Info" <info@example.jp>}; empty where there is none.
     */
    public static Optional<MailboxAddress> find(String text) {
        String bare = bare(text);
        boolean odd = bare.isEmpty() || bare.length() > LONGEST || hasBlank(bare);
        return odd ? Optional.empty() : Optional.of(new MailboxAddress(bare));
    }

    /** As {@link #find}, but only for texts with a local part and a domain. */
    public static Optional<MailboxAddress> findFull(String text) {
        Optional<MailboxAddress> found = find(text);
        return found.isPresent() && found.get().isFull() ? found : Optional.empty();
    }

    private boolean isFull() {
        int at = text.lastIndexOf('@');
        return at > 0 && at < text.length() - 1;
    }

    private static boolean hasBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ') {
                return true;
            }
        }
        return false;
    }

    public String localPart() {
        int at = text.lastIndexOf('@');
        return at < 0 ? text : text.substring(0, at);
    }

    /** The domain in lower case, or an empty text. */
    public String domain() {
        int at = text.lastIndexOf('@');
        return at < 0 ? "" : text.substring(at + 1);
    }

    @Override
    public int compareTo(MailboxAddress other) {
        return text.compareTo(other.text);
    }

    /** Written out, as addresses are looked up for every record. */
    @Override
    public boolean equals(Object other) {
        return other instanceof MailboxAddress address && text.equals(address.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }

    private static String bare(String text) {
        String inner = text.strip();
        int open = inner.lastIndexOf('<');
        int close = inner.lastIndexOf('>');
        if (open >= 0 && close > open) {
            inner = inner.substring(open + 1, close).strip();
        }
        int colon = inner.indexOf(':');
        boolean prefixed = colon > 0 && (inner.regionMatches(true, 0, "smtp", 0, colon)
                || inner.regionMatches(true, 0, "mailto", 0, colon));
        return prefixed ? inner.substring(colon + 1).strip() : inner;
    }
}
