package org.mimawari.report.page;

import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Multiplier;

/** By whose hand something looks to have happened, as far as the evidence tells. */
public enum Who {
    ATTACKER,
    UNKNOWN,
    OWNER;

    public static Who of(Finding finding) {
        if (finding.multipliers().stream().anyMatch(Multiplier::isHabitual) || finding.multiplier() == 0) {
            return OWNER;
        }
        boolean isOpen = finding.indicator().family() == Family.POSTURE
                || finding.multipliers().contains(Multiplier.UNKNOWN_SOURCE)
                || finding.multipliers().contains(Multiplier.UNDATED_STATE)
                || finding.multipliers().contains(Multiplier.ADMIN_ACTOR);
        return isOpen ? UNKNOWN : ATTACKER;
    }
}
