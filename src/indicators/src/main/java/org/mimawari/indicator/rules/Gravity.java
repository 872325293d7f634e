package org.mimawari.indicator.rules;

import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;

/**
 * How grave one finding is before its factors.
 *
 * @param weight 0 to 100
 * @param confidence 0 to 1
 */
public record Gravity(Level level, int weight, double confidence) {

    public static Gravity of(IndicatorProfile profile) {
        return new Gravity(profile.level(), profile.weight(), profile.confidence());
    }
}
