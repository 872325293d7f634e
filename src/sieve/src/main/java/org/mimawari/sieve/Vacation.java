package org.mimawari.sieve;

import java.util.Optional;

/** An automatic reply that a script sends (RFC 5230). */
public record Vacation(int line, boolean enabled, Optional<String> subject, Optional<String> from, String text) {}
