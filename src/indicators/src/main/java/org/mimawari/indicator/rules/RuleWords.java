package org.mimawari.indicator.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.RuleCondition;
import org.mimawari.evidence.RuleCondition.Field;
import org.mimawari.indicator.words.Dictionary;
import org.mimawari.indicator.words.ExactWords;
import org.mimawari.indicator.words.Folding;

/**
 * What a rule looks for that an intruder would want: words about money, security, failed deliveries. Addresses, the
 * marks of spam filters and what a rule excludes are no words of it.
 *
 * @param words the conditions' own words, at most 20
 * @param strong how many of them are more than a word that notifications are full of
 * @param finance whether any of them is about money
 */
public record RuleWords(List<String> words, int strong, boolean finance) {

    private static final Set<Field> TEXTS = EnumSet.of(Field.SUBJECT, Field.BODY, Field.SUBJECT_OR_BODY, Field.HEADER,
            Field.SENDER, Field.QUERY, Field.OTHER);
    private static final ExactWords WEAK = ExactWords.load("weak-words");
    private static final ExactWords SPAM_MARKS = ExactWords.load("spam-marks");
    private static final int MOST = 20;
    private static final int LONGEST = 400;

    public RuleWords {
        words = List.copyOf(words);
    }

    public static RuleWords of(SeenRule seen) {
        List<String> words = new ArrayList<>();
        int strong = 0;
        boolean finance = false;
        for (String value : texts(seen)) {
            boolean money = Dictionary.FINANCE.hitsAny(value);
            if (money || Dictionary.SECURITY.hitsAny(value) || Dictionary.BOUNCE.hitsAny(value)) {
                words.add(RuleWording.capped(value));
                strong += isWeak(value) ? 0 : 1;
                finance |= money;
            }
        }
        return new RuleWords(words.stream().distinct().limit(MOST).toList(), strong, finance);
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** The rule sorts by what a spam filter wrote: a template found everywhere, not a hiding place. */
    static boolean sortsSpam(SeenRule seen) {
        List<String> values = seen.rule().conditions().stream().filter(each -> !each.negated())
                .filter(each -> each.field() == Field.SUBJECT || each.field() == Field.HEADER)
                .flatMap(each -> each.values().stream()).limit(RuleIdentity.MOST_VALUES).toList();
        boolean keepsHere = seen.rule().actions().stream().map(RuleAction::type)
                .noneMatch(type -> type.sendsAway() || type == RuleAction.Type.EXECUTE);
        return keepsHere && !values.isEmpty() && values.stream().allMatch(RuleWords::isSpamMark);
    }

    private static boolean isSpamMark(String value) {
        int colon = value.indexOf(':');
        return SPAM_MARKS.contains(value) || colon > 0 && SPAM_MARKS.contains(value.substring(0, colon));
    }

    /** One everyday word is weak; two of them together, as in "security alert", are the title of a warning. */
    private static boolean isWeak(String value) {
        List<String> hits = Stream.of(Dictionary.FINANCE, Dictionary.SECURITY, Dictionary.BOUNCE)
                .flatMap(list -> list.hits(value).stream()).distinct().toList();
        return WEAK.contains(value) || hits.size() == 1 && WEAK.contains(hits.get(0));
    }

    private static List<String> texts(SeenRule seen) {
        return seen.rule().conditions().stream().filter(each -> !each.negated() && TEXTS.contains(each.field()))
                .flatMap(RuleWords::texts).filter(text -> !isSpamMark(text)).distinct()
                .limit(RuleIdentity.MOST_VALUES).toList();
    }

    private static Stream<String> texts(RuleCondition condition) {
        Stream<String> values = condition.values().stream().limit(RuleIdentity.MOST_VALUES)
                .map(value -> value.length() <= LONGEST ? value : value.substring(0, LONGEST));
        return switch (condition.field()) {
            case SENDER -> values.filter(value -> !isAddress(value));
            case QUERY -> values.map(RuleWords::wordsOfQuery);
            default -> values;
        };
    }

    /** A Gmail query without what it says about senders, recipients and exclusions. */
    private static String wordsOfQuery(String query) {
        return Arrays.stream(query.split("[\\s(){}]+")).filter(term -> !isAddress(term) && !term.startsWith("-"))
                .map(term -> term.startsWith("subject:") ? term.substring("subject:".length()) : term)
                .collect(Collectors.joining(" ")).replace("\"", "").strip();
    }

    private static boolean isAddress(String value) {
        String folded = Folding.fold(value);
        boolean domain = folded.indexOf('.') > 0 && folded.indexOf(' ') < 0;
        return folded.indexOf('@') >= 0 || domain || folded.startsWith("from:") || folded.startsWith("to:")
                || folded.startsWith("list:");
    }
}
