package org.mimawari.indicator.sent;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** In which script most of a text is written. */
public final class Script {

    private static final int SHORTEST = 10;
    private static final double MOSTLY = 0.6;
    private static final double SOME_KANA = 0.1;
    /** A Japanese subject may do without kana, a long text cannot. */
    private static final int LONG = 100;

    private Script() {}

    /** For example {@code Japanese}, {@code Latin} or {@code Cyrillic}; empty for short and mixed texts. */
    public static Optional<String> of(String text) {
        Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
        text.codePoints().filter(Character::isLetter).mapToObj(UnicodeScript::of)
                .forEach(script -> counts.merge(script, 1, Integer::sum));
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        if (all < SHORTEST) {
            return Optional.empty();
        }
        int kana = counts.getOrDefault(UnicodeScript.HIRAGANA, 0) + counts.getOrDefault(UnicodeScript.KATAKANA, 0);
        int han = counts.getOrDefault(UnicodeScript.HAN, 0);
        if (kana >= SOME_KANA * all || han >= MOSTLY * all && all < LONG) {
            return Optional.of("Japanese");
        }
        return counts.entrySet().stream().filter(entry -> entry.getValue() >= MOSTLY * all)
                .map(entry -> name(entry.getKey())).findFirst();
    }

    private static String name(UnicodeScript script) {
        String name = script.name();
        return script == UnicodeScript.HAN ? "Chinese" : name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
