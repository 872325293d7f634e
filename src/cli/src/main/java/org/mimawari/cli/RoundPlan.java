package org.mimawari.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.mimawari.report.wording.Language;

/**
 * What all tenants' rounds have in common.
 *
 * @param tenants the names of all that are configured
 */
record RoundPlan(Duration remembered, Optional<Duration> expected, Language language, List<String> tenants) {}
