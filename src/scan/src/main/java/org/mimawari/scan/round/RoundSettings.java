package org.mimawari.scan.round;

import java.time.Duration;
import java.util.Optional;
import org.mimawari.scan.ScanSettings;

/**
 * How rounds over a tenant are done.
 *
 * @param tenant what the operator says about the tenant
 * @param remembered how long evidence is remembered, counted back from the newest
 * @param expected how often rounds are meant to come; a longer silence is told as missed rounds
 * @param fingerprint changes with anything that changes the judgement: the program's version, the configuration
 */
public record RoundSettings(ScanSettings tenant, Duration remembered, Optional<Duration> expected, String fingerprint) {

    /** Long enough for habits and for an intruder who waited; a trace of Microsoft 365 holds as long. */
    public static final Duration REMEMBERED = Duration.ofDays(90);
}
