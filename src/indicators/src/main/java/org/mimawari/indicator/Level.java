package org.mimawari.indicator;

/** How bad it is. {@code CRITICAL} from 85 points, {@code HIGH} from 60, {@code MEDIUM} from 35, {@code LOW} from 15. */
public enum Level {
    INFO(0),
    LOW(15),
    MEDIUM(35),
    HIGH(60),
    CRITICAL(85);

    private final int from;

    Level(int from) {
        this.from = from;
    }

    public static Level of(double score) {
        Level level = INFO;
        for (Level each : values()) {
            if (score >= each.from) {
                level = each;
            }
        }
        return level;
    }

    public boolean isAtLeast(Level other) {
        return compareTo(other) >= 0;
    }
}
