package org.mimawari.indicator;

import java.util.List;
import java.util.Set;
import org.mimawari.evidence.EvidenceKind;

/**
 * What an indicator is, apart from its logic.
 *
 * @param id kebab case of the class name or the catalogue's id; also the name of its page
 * @param level how bad one finding is by itself
 * @param weight 0 to 100
 * @param confidence 0 to 1
 * @param attack ATT&amp;CK technique ids
 * @param needs kinds of evidence without which it cannot be assessed; all of them are needed
 */
public record IndicatorProfile(
        String id,
        Family family,
        AttackStage stage,
        Level level,
        int weight,
        double confidence,
        List<String> attack,
        Set<EvidenceKind> needs) {

    public IndicatorProfile {
        attack = List.copyOf(attack);
        needs = Set.copyOf(needs);
        if (weight < 0 || weight > 100 || !(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("weight 0–100 and confidence 0–1 expected for " + id);
        }
    }
}
