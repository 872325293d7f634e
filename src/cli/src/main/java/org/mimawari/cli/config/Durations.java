package org.mimawari.cli.config;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as administrators write them: {@code 90s}, {@code 5m}, {@code 1h}, {@code 90d}. */
public final class Durations {

    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,6})\\s*([smhd])");

    private Durations() {}

    /** Empty where the text is no length of time, or one of nothing. */
    public static Optional<Duration> parsed(String text) {
        Matcher matcher = WRITTEN.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(matcher.group(1));
        Duration length = switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
        return Optional.of(length).filter(each -> !each.isZero());
    }
}
