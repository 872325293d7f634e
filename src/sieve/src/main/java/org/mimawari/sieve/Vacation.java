package org.mimawari.sieve;

import java.time.Instant;
import java.util.Optional;

/**
 * An automatic reply that a script sends (RFC 5230).
 *
 * @param script the script it stands in, which may be an included one
 * @param end the last moment it is sent, where the script compares the date (RFC 5260); a bare date is taken as UTC
 */
public record Vacation(
        String script, int line, boolean enabled, Optional<String> subject, Optional<String> from, String text,
        Optional<Instant> end) {}
