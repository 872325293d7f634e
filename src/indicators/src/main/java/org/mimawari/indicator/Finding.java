package org.mimawari.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.TimeRange;

/**
 * One time an indicator fired.
 *
 * @param mailbox empty for a finding about the whole tenant without a known actor
 * @param when the evidence's own times
 * @param pattern what makes it this finding and no other, whatever file it was read from, for example the rule's name
 *     and targets; part of the {@link #id()} and the key for comparing mailboxes
 * @param weight and confidence: usually the profile's, raised where circumstances make it graver
 */
public record Finding(
        IndicatorProfile indicator,
        Optional<MailboxAddress> mailbox,
        TimeRange when,
        String pattern,
        Reason reason,
        Citation citation,
        Level level,
        int weight,
        double confidence,
        List<Multiplier> multipliers) {

    /** Begins the pattern of what a service did that serves the whole organisation. */
    public static final String SERVICE = "service:";

    private static final double MOST_MODIFIERS = 1.4;

    public Finding {
        multipliers = List.copyOf(multipliers);
    }

    /** A finding with the weight and level of its indicator. */
    public static Finding of(IndicatorProfile indicator, MailboxEvidence evidence, TimeRange when, String pattern,
            Reason reason, Citation citation) {
        return of(indicator, evidence.mailbox(), when, pattern, reason, citation);
    }

    public static Finding of(IndicatorProfile indicator, Optional<MailboxAddress> mailbox, TimeRange when,
            String pattern, Reason reason, Citation citation) {
        return new Finding(indicator, mailbox, when, pattern, reason, citation, indicator.level(), indicator.weight(),
                indicator.confidence(), List.of());
    }

    public Finding times(Multiplier multiplier) {
        List<Multiplier> more = new ArrayList<>(multipliers);
        more.add(multiplier);
        return new Finding(indicator, mailbox, when, pattern, reason, citation, level, weight, confidence, more);
    }

    public Finding times(List<Multiplier> factors) {
        Finding result = this;
        for (Multiplier factor : factors) {
            result = result.times(factor);
        }
        return result;
    }

    /** The same finding, judged graver or lighter by its circumstances. */
    public Finding judged(Level newLevel, int newWeight, double newConfidence) {
        return new Finding(indicator, mailbox, when, pattern, reason, citation, newLevel, newWeight, newConfidence,
                multipliers);
    }

    /** The same finding at another time. */
    public Finding at(TimeRange other) {
        return new Finding(indicator, mailbox, other, pattern, reason, citation, level, weight, confidence, multipliers);
    }

    /** The same finding with one more fact to its reason. */
    public Finding because(String name, Fact fact) {
        return new Finding(indicator, mailbox, when, pattern, reason.and(name, fact), citation, level, weight,
                confidence, multipliers);
    }

    public Finding because(String name, String text) {
        return because(name, new Fact.Text(text));
    }

    public Finding because(String name, List<String> texts) {
        return because(name, new Fact.Texts(texts));
    }

    public Finding because(String name, long number) {
        return because(name, new Fact.Number(number));
    }

    /** The product of all factors; at most {@value #MOST_MODIFIERS}. */
    public double multiplier() {
        double product = 1;
        for (Multiplier factor : multipliers) {
            product *= factor.value();
        }
        return Math.min(MOST_MODIFIERS, product);
    }

    /** What the finding counts by itself, 0 to 1. */
    public double points() {
        return Math.min(1, weight / 100.0 * confidence * multiplier());
    }

    /** Stable: the same evidence gives the same id in every run, from whatever file or system it came. */
    public String id() {
        return FindingId.of(this);
    }
}
