package org.mimawari.connector.export.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mimawari.evidence.RuleCondition;
import org.mimawari.evidence.RuleCondition.Field;

/** Reads the condition of an {@code if} or {@code elif} (Exim's interfaces to mail filtering, section 3.19 onwards). */
final class EximConditions {

    private static final int MOST = 200;
    private static final Set<String> VERBS = Set.of("is", "begins", "ends", "contains", "matches", "above", "below");
    private static final Set<String> PASSED_OVER = Set.of("does", "do", "with", "not", "is");
    private static final Set<String> SENDER = Set.of("from", "sender", "reply-to", "reply_to", "return_path",
            "return-path", "sender_address", "sender_address_domain", "sender_address_local_part");

    private final EximWords words;

    /**
     * What was read.
     *
     * @param any whether one of them is enough
     */
    record Found(List<RuleCondition> conditions, boolean any) {

        Found negated() {
            List<RuleCondition> turned = conditions.stream()
                    .map(each -> new RuleCondition(each.field(), !each.negated(), each.values())).toList();
            return new Found(turned, !any && turned.size() > 1);
        }
    }

    EximConditions(EximWords words) {
        this.words = words;
    }

    /** Everything up to {@code then}; of a mixture of "and" and "or", "or" is shown, which takes the most messages. */
    Found untilThen() {
        List<RuleCondition> all = new ArrayList<>();
        boolean any = false;
        boolean negated = false;
        while (!words.isEnd() && !words.is("then")) {
            switch (words.keyword()) {
                case "or" -> {
                    any = true;
                    words.take();
                }
                case "and", "(", ")" -> words.take();
                case "not" -> {
                    negated = !negated;
                    words.take();
                }
                default -> {
                    RuleCondition condition = one(negated);
                    negated = false;
                    if (all.size() < MOST) {
                        all.add(condition);
                    }
                }
            }
        }
        return new Found(all, any && all.size() > 1);
    }

    private RuleCondition one(boolean negated) {
        String subject = words.take();
        switch (subject.toLowerCase(Locale.ROOT)) {
            case "error_message" -> {
                return new RuleCondition(Field.IS_BOUNCE, negated, List.of());
            }
            case "personal" -> {
                aliases();
                return new RuleCondition(Field.TO_ME, negated, List.of());
            }
            case "true", "first_delivery" -> {
                return new RuleCondition(Field.ALWAYS, negated, List.of());
            }
            case "foranyaddress" -> {
                String list = words.take();
                return new RuleCondition(field(list), negated, List.of(list));
            }
            default -> {
                return compared(subject, negated);
            }
        }
    }

    private void aliases() {
        while (words.is("alias")) {
            words.take();
            words.take();
        }
    }

    /** {@code $h_subject: does not contain "x"}: words between the subject and the value. */
    private RuleCondition compared(String subject, boolean negated) {
        boolean denied = negated;
        String verb = "";
        while (PASSED_OVER.contains(words.keyword()) || isVerb(words.keyword())) {
            String next = words.keyword();
            denied ^= next.equals("not");
            verb = isVerb(next) ? next : verb;
            words.take();
        }
        if (verb.isEmpty()) {
            return new RuleCondition(Field.OTHER, denied, List.of(subject));
        }
        String value = words.take();
        if (verb.startsWith("above") || verb.startsWith("below")) {
            boolean size = subject.equals("$message_size") || subject.equals("$message_body_size");
            Field field = size ? verb.equals("above") ? Field.SIZE_AT_LEAST : Field.SIZE_AT_MOST : Field.OTHER;
            return new RuleCondition(field, denied, List.of(size ? bytes(value) : subject + " " + verb + " " + value));
        }
        Field field = field(subject);
        boolean named = field != Field.HEADER && field != Field.OTHER;
        return new RuleCondition(field, denied, List.of(named ? value : name(subject) + ": " + value));
    }

    private static boolean isVerb(String word) {
        return VERBS.contains(word) || word.equals("contain") || word.equals("match") || word.equals("begin") || word.equals("end");
    }

    private static String bytes(String value) {
        char unit = value.isEmpty() ? ' ' : Character.toUpperCase(value.charAt(value.length() - 1));
        String digits = unit == 'K' || unit == 'M' ? value.substring(0, value.length() - 1) : value;
        boolean sound = !digits.isEmpty() && digits.length() <= 9 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return sound ? String.valueOf(Long.parseLong(digits) * (unit == 'K' ? 1_024 : unit == 'M' ? 1_048_576 : 1)) : value;
    }

    private static Field field(String subject) {
        String name = name(subject);
        if (name.equals("subject")) {
            return Field.SUBJECT;
        }
        if (SENDER.contains(name)) {
            return Field.SENDER;
        }
        return switch (name) {
            case "to", "cc", "bcc", "recipients", "local_part", "delivered-to", "original_local_part" -> Field.RECIPIENT;
            case "message_body", "message_body_end" -> Field.BODY;
            default -> subject.startsWith("$h") ? Field.HEADER : Field.OTHER;
        };
    }

    /** {@code $h_subject:}, {@code $header_subject:} and {@code ${lc:$rh_subject:}} are all the subject. */
    private static String name(String subject) {
        int dollar = subject.lastIndexOf('$');
        String bare = subject.substring(dollar + 1).replace("{", "").replace("}", "").replace(":", "").toLowerCase(Locale.ROOT);
        for (String prefix : new String[] {"rheader_", "bheader_", "header_", "rh_", "bh_", "h_"}) {
            if (bare.startsWith(prefix)) {
                return bare.substring(prefix.length()).split(",", 2)[0];
            }
        }
        return bare;
    }
}
