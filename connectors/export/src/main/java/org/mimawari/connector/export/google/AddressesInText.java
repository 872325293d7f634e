package org.mimawari.connector.export.google;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.mimawari.evidence.MailboxAddress;

/** Mail addresses within free text, in lower case, each once, at most 1,000 of the first 64,000 characters. */
final class AddressesInText {

    private static final int MOST = 1_000;
    private static final int LONGEST = 64_000;

    private AddressesInText() {}

    static List<String> of(String text) {
        Set<String> found = new LinkedHashSet<>();
        int length = Math.min(LONGEST, text.length());
        int from = 0;
        for (int at = 0; at <= length && found.size() < MOST; at++) {
            if (at == length || !isOfAddress(text.charAt(at))) {
                add(text.substring(from, at), found);
                from = at + 1;
            }
        }
        return List.copyOf(found);
    }

    private static void add(String word, Set<String> found) {
        int end = word.length();
        while (end > 0 && (word.charAt(end - 1) == '.' || word.charAt(end - 1) == '-')) {
            end--;
        }
        int at = word.indexOf('@');
        if (at > 0 && at == word.lastIndexOf('@') && word.indexOf('.', at) > 0) {
            MailboxAddress.findFull(word.substring(0, end)).map(MailboxAddress::text).ifPresent(found::add);
        }
    }

    private static boolean isOfAddress(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "@._+-%".indexOf(c) >= 0;
    }
}
