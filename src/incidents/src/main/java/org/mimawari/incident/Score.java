package org.mimawari.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Multiplier;

/**
 * The score of findings that belong together, from 0 to 100: families with caps, the
 * chain of stages, gates, and floors for combinations that hardly ever happen by chance. Pure and deterministic; the
 * order of the findings does not matter.
 */
public final class Score {

    private static final double NEXT_IN_FAMILY = 0.5;
    private static final int COUNTED_IN_FAMILY = 4;
    private static final double LATER_STAGE = 0.8;
    private static final double ONSET = 0.15;
    private static final double SIGN_IN_ONLY = 45;
    /** No sign of a stranger counts so much by itself, only the provider's word that the account was taken over. */
    private static final double CONFIRMED = 0.75;
    private static final double ONE_FAMILY = 59;
    private static final double ONE_STRONG_FAMILY = 84;
    private static final double STRONG = 0.60;
    private static final double WEAK = 0.25;
    private static final double MOST_LOW = 34.9;
    private static final double TELLS_BY_ITSELF = 0.30;

    private Score() {}

    public static double of(Collection<Finding> findings) {
        Map<Family, Double> families = families(findings);
        if (families.isEmpty()) {
            return 0;
        }
        double rest = 1;
        for (double family : families.values()) {
            rest *= 1 - family;
        }
        rest *= Math.pow(LATER_STAGE, laterStages(findings));
        double gated = gate(100 * (1 - rest), families, findings);
        return Math.max(gated, Combination.floor(findings));
    }

    /** What each family counts, 0 to its cap; families that count nothing are left out. */
    static Map<Family, Double> families(Collection<Finding> findings) {
        Map<Family, List<Double>> points = new EnumMap<>(Family.class);
        for (Finding finding : findings) {
            points.computeIfAbsent(finding.indicator().family(), any -> new ArrayList<>()).add(finding.points());
        }
        Map<Family, Double> scores = new EnumMap<>(Family.class);
        points.forEach((family, each) -> {
            double score = Math.min(family.cap(), together(each));
            if (score > 0) {
                scores.put(family, score);
            }
        });
        return scores;
    }

    /** The strongest counts fully, the next half, the next a quarter, the fourth an eighth. */
    static double together(List<Double> points) {
        List<Double> strongest = points.stream().sorted(Comparator.reverseOrder()).limit(COUNTED_IN_FAMILY).toList();
        double rest = 1;
        double share = 1;
        for (double each : strongest) {
            rest *= 1 - each * share;
            share *= NEXT_IN_FAMILY;
        }
        return 1 - rest;
    }

    /** How many stages began strictly later than the stage before them. */
    private static int laterStages(Collection<Finding> findings) {
        Map<AttackStage, Instant> onsets = new EnumMap<>(AttackStage.class);
        for (Finding finding : findings) {
            AttackStage stage = finding.indicator().stage();
            if (stage != AttackStage.NONE && finding.points() >= ONSET && finding.when().from().isPresent()) {
                onsets.merge(stage, finding.when().from().get(), (a, b) -> a.isBefore(b) ? a : b);
            }
        }
        int later = 0;
        Optional<Instant> previous = Optional.empty();
        for (Instant onset : onsets.values()) {
            later += previous.filter(onset::isAfter).isPresent() ? 1 : 0;
            previous = previous.filter(onset::isBefore).or(() -> Optional.of(onset));
        }
        return later;
    }

    private static double gate(double score, Map<Family, Double> families, Collection<Finding> findings) {
        Set<Family> speaking = new HashSet<>(families.keySet());
        speaking.remove(Family.POSTURE);
        if (speaking.isEmpty()) {
            return Math.min(score, MOST_LOW);
        }
        double strongest = findings.stream().mapToDouble(Finding::points).max().orElse(0);
        if (speaking.size() > 1) {
            return score;
        }
        if (speaking.contains(Family.SIGN_IN)) {
            return Math.min(score, strongest >= CONFIRMED ? ONE_STRONG_FAMILY : SIGN_IN_ONLY);
        }
        if (strongest < TELLS_BY_ITSELF && restsOnNoHistory(findings)) {
            return Math.min(score, MOST_LOW);
        }
        boolean allWeak = findings.stream().allMatch(f -> f.weight() / 100.0 * f.confidence() < WEAK);
        if (allWeak) {
            return Math.min(score, MOST_LOW);
        }
        return Math.min(score, strongest >= STRONG ? ONE_STRONG_FAMILY : ONE_FAMILY);
    }

    /** Signs of one family that are unusual only against days nobody has seen: the first mail merge looks like that. */
    private static boolean restsOnNoHistory(Collection<Finding> findings) {
        return findings.stream().filter(finding -> finding.indicator().family() != Family.POSTURE)
                .allMatch(finding -> finding.multipliers().contains(Multiplier.COLD_START));
    }
}
