package org.mimawari.cli;

import java.time.Duration;
import java.util.Optional;
import org.mimawari.report.wording.Language;

/** What all tenants' rounds have in common. */
record RoundPlan(Duration remembered, Optional<Duration> expected, Language language) {}
