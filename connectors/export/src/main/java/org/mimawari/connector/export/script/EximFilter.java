package org.mimawari.connector.export.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mimawari.connector.export.Preview;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.RuleCondition;

/** A user's filter file for Exim: its first line says so (Exim's interfaces to mail filtering, section 3.1). */
final class EximFilter implements FilterLanguage {

    private static final int DEEPEST = 64;
    private static final int MOST_CONDITIONS = 200;

    @Override
    public String format() {
        return "Exim filter";
    }

    @Override
    public int sureness(Preview preview) {
        String first = preview.firstLine().strip().toLowerCase(Locale.ROOT);
        boolean says = first.length() <= 200 && first.startsWith("#")
                && first.substring(1).strip().replaceAll("\\s+", " ").startsWith("exim filter");
        return says ? 98 : 0;
    }

    @Override
    public List<Evidence> read(String text, FilterOrigin origin) {
        EximWords words = new EximWords(text);
        EximRules rules = new EximRules(origin);
        EximRules.Place everywhere = new EximRules.Place(List.of(), false);
        while (!words.isEnd()) {
            sequence(words, everywhere, rules, 0);
            if (!words.isEnd()) {
                rules.unknown(words.line());
                words.take();
            }
        }
        rules.finish(everywhere);
        return rules.evidence();
    }

    /** Commands up to {@code elif}, {@code else}, {@code endif} or the end. */
    private static void sequence(EximWords words, EximRules.Place place, EximRules rules, int depth) {
        while (!words.isEnd() && !Set.of("elif", "else", "endif").contains(words.keyword())) {
            if (words.is("if")) {
                rules.finish(place);
                choice(words, place, rules, depth);
            } else {
                rules.command(words);
            }
        }
        rules.finish(place);
    }

    private static void choice(EximWords words, EximRules.Place outer, EximRules rules, int depth) {
        if (depth >= DEEPEST) {
            rules.unknown(words.line());
            words.take();
            return;
        }
        List<RuleCondition> failed = new ArrayList<>();
        while (words.is("if") || words.is("elif")) {
            words.take();
            EximConditions.Found found = new EximConditions(words).untilThen();
            words.take();
            sequence(words, place(outer, failed, found), rules, depth + 1);
            if (failed.size() < MOST_CONDITIONS) {
                failed.addAll(found.negated().conditions());
            }
            if (words.is("if")) {
                break;
            }
        }
        if (words.is("else")) {
            words.take();
            sequence(words, place(outer, failed, new EximConditions.Found(List.of(), false)), rules, depth + 1);
        }
        if (words.is("endif")) {
            words.take();
        } else {
            rules.unknown(words.line());
        }
    }

    private static EximRules.Place place(EximRules.Place outer, List<RuleCondition> failed, EximConditions.Found found) {
        List<RuleCondition> all = new ArrayList<>(outer.conditions());
        all.addAll(failed);
        boolean alone = all.isEmpty();
        all.addAll(found.conditions());
        return new EximRules.Place(all.stream().limit(MOST_CONDITIONS).toList(), alone && found.any());
    }
}
