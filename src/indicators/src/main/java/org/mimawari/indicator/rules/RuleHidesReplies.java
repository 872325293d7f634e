package org.mimawari.indicator.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.RuleCondition.Field;
import org.mimawari.evidence.SentMessage;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Reason;
import org.mimawari.indicator.words.Dictionary;
import org.mimawari.indicator.words.Folding;

/**
 * A rule hides the answers to mail that was sent within a day of it: the campaign's subject, or the people just asked
 * for money (ATT&amp;CK T1564.008).
 */
public final class RuleHidesReplies implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("rules-hide-replies", Family.RULES,
            AttackStage.HIDING, Level.HIGH, 65, 0.8, List.of("T1564.008"),
            Set.of(EvidenceKind.MAILBOX_RULE, EvidenceKind.SENT_MESSAGE));
    private static final Duration DAY = Duration.ofHours(24);
    private static final int ENOUGH = 3;
    private static final int SHORTEST_WORD = 4;
    private static final int MOST_SUBJECTS = 2_000;
    private static final int MOST_VALUES = 20;

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        RuleFindings findings = RuleFindings.of(PROFILE, evidence);
        List<Finding> found = new ArrayList<>();
        for (SeenRule seen : RuleInventory.of(evidence)) {
            Optional<Instant> made = seen.when().from();
            if (seen.hiding().isComplete() && made.isPresent()) {
                List<String> hits = answers(seen, around(evidence, made.get()));
                if (!hits.isEmpty()) {
                    found.add(findings.of(seen, Reason.NONE.andTexts("words", hits)));
                }
            }
        }
        return found;
    }

    private static List<SentMessage> around(MailboxEvidence evidence, Instant made) {
        return evidence.sentMessages().stream().filter(sent -> sent.time().filter(
                when -> when.isAfter(made.minus(DAY)) && when.isBefore(made.plus(DAY))).isPresent()).toList();
    }

    private static List<String> answers(SeenRule seen, List<SentMessage> sent) {
        Map<String, Integer> subjects = new HashMap<>();
        Set<String> asked = new TreeSet<>();
        for (SentMessage message : sent) {
            String subject = message.subject().map(Folding::fold).orElse("");
            if (subjects.size() < MOST_SUBJECTS || subjects.containsKey(subject)) {
                subjects.merge(subject, 1, Integer::sum);
            }
            if (Dictionary.FINANCE.hitsAny(subject)) {
                asked.addAll(message.to());
            }
        }
        Stream<String> words = values(seen, Field.SUBJECT, Field.SUBJECT_OR_BODY, Field.BODY)
                .filter(value -> value.length() >= SHORTEST_WORD && countIn(subjects, value) >= ENOUGH);
        Stream<String> people = values(seen, Field.SENDER).filter(asked::contains);
        return Stream.concat(words, people).distinct().toList();
    }

    private static Stream<String> values(SeenRule seen, Field... fields) {
        return Stream.of(fields).flatMap(field -> seen.values(field).stream()).limit(MOST_VALUES).map(Folding::fold);
    }

    private static int countIn(Map<String, Integer> subjects, String value) {
        return subjects.entrySet().stream().filter(entry -> entry.getKey().contains(value))
                .mapToInt(Map.Entry::getValue).sum();
    }
}
