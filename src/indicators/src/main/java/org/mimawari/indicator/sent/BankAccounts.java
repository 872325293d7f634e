package org.mimawari.indicator.sent;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mimawari.indicator.words.Folding;

/**
 * Finds bank accounts in a text: Japanese ones (a bank or branch, the kind of account and seven digits), Japan Post
 * Bank (記号 and 番号), IBANs with a right check number (ISO 13616), and "account number" beside a routing, sort, SWIFT or
 * BIC code. All patterns are bounded.
 */
final class BankAccounts {

    private static final int MOST = 20;
    private static final Pattern JAPANESE = Pattern.compile(
            "(普通|当座|貯蓄|口座番号)[^0-9\\n]{0,14}([0-9]{3}[ -]?[0-9]{4})(?![0-9])");
    private static final Pattern JAPANESE_BANK = Pattern.compile("銀行|信用金庫|信金|信用組合|信組|農協|労働金庫|支店|出張所|バンク");
    private static final Pattern POST_BANK = Pattern.compile(
            "記号[^0-9\\n]{0,8}([01][0-9]{4})[^0-9]{0,12}(?:-[0-9]-)?[^0-9]{0,12}番号[^0-9\\n]{0,8}([0-9]{2,8})(?![0-9])");
    private static final Pattern NUMBERED = Pattern.compile(
            "(?:account|acct|a/c) {0,2}(?:number|num|no)?[.:# ]{0,4}([0-9][0-9 -]{4,18}[0-9])");
    private static final Pattern CODE = Pattern.compile("routing|sort code|swift|\\bbic\\b|\\baba\\b|\\bbsb\\b");
    private static final Pattern IBAN_START = Pattern.compile("(?<![a-z0-9])([a-z]{2})[0-9]{2}(?=[ a-z0-9])");
    /** Lengths by country, of the registry of SWIFT. */
    private static final Map<String, Integer> IBAN_LENGTHS = Map.ofEntries(Map.entry("at", 20), Map.entry("be", 16),
            Map.entry("bg", 22), Map.entry("ch", 21), Map.entry("cy", 28), Map.entry("cz", 24), Map.entry("de", 22),
            Map.entry("dk", 18), Map.entry("ee", 20), Map.entry("es", 24), Map.entry("fi", 18), Map.entry("fr", 27),
            Map.entry("gb", 22), Map.entry("gr", 27), Map.entry("hr", 21), Map.entry("hu", 28), Map.entry("ie", 22),
            Map.entry("il", 23), Map.entry("it", 27), Map.entry("lt", 20), Map.entry("lu", 20), Map.entry("lv", 21),
            Map.entry("mt", 31), Map.entry("nl", 18), Map.entry("no", 15), Map.entry("pl", 28), Map.entry("pt", 25),
            Map.entry("ro", 24), Map.entry("sa", 24), Map.entry("se", 24), Map.entry("si", 19), Map.entry("sk", 24),
            Map.entry("tr", 26), Map.entry("ae", 23));

    private BankAccounts() {}

    /** The accounts in one writing, in alphabetical order; at most {@value #MOST}. */
    static List<String> in(String text) {
        String folded = Folding.fold(text);
        Set<String> found = new TreeSet<>();
        if (JAPANESE_BANK.matcher(folded).find()) {
            collect(JAPANESE.matcher(folded), 2, "jp ", found);
        }
        Matcher post = POST_BANK.matcher(folded);
        while (post.find()) {
            found.add("post " + post.group(1) + "-" + post.group(2));
        }
        if (CODE.matcher(folded).find()) {
            collect(NUMBERED.matcher(folded), 1, "number ", found);
        }
        ibans(folded, found);
        return found.stream().limit(MOST).toList();
    }

    /** Only the last three digits, which tell the reader which account it is and nobody else how to pay into it. */
    static String masked(String account) {
        int space = account.indexOf(' ');
        String number = account.substring(space + 1);
        int shown = Math.min(3, number.length());
        return account.substring(0, space + 1) + "…" + number.substring(number.length() - shown);
    }

    private static void collect(Matcher matcher, int group, String kind, Set<String> found) {
        while (matcher.find()) {
            String digits = digits(matcher.group(group));
            if (digits.length() >= 6 && digits.length() <= 17) {
                found.add(kind + digits);
            }
        }
    }

    private static String digits(String text) {
        StringBuilder digits = new StringBuilder();
        text.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
        return digits.toString();
    }

    private static void ibans(String text, Set<String> found) {
        Matcher start = IBAN_START.matcher(text);
        while (start.find()) {
            Integer length = IBAN_LENGTHS.getOrDefault(start.group(1), 0);
            String iban = letters(text, start.start(), length);
            if (length > 0 && iban.length() == length && isRight(iban)) {
                found.add("iban " + iban.toUpperCase(Locale.ROOT));
            }
        }
    }

    /** So many letters and digits from there on, over single spaces. */
    private static String letters(String text, int from, int length) {
        StringBuilder letters = new StringBuilder();
        for (int i = from; i < text.length() && letters.length() < length; i++) {
            char c = text.charAt(i);
            boolean alphanumeric = c >= '0' && c <= '9' || c >= 'a' && c <= 'z';
            if (alphanumeric) {
                letters.append(c);
            } else if (c != ' ') {
                break;
            }
        }
        return letters.toString();
    }

    /** ISO 7064 mod 97-10. */
    private static boolean isRight(String iban) {
        StringBuilder number = new StringBuilder();
        (iban.substring(4) + iban.substring(0, 4)).chars().forEach(c -> number.append(Character.digit(c, 36)));
        return new BigInteger(number.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }
}
