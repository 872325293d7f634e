/**
 * Invented mail traffic of an organisation, to measure false alarms and misses of the indicators of sent mail
 * (INDICATORS §8.3). The assumptions stand in {@link org.mimawari.incident.traffic.Habits} and
 * {@link org.mimawari.incident.traffic.Attack}; nothing in them was fitted to the indicators.
 */
@NullMarked
package org.mimawari.incident.traffic;

import org.jspecify.annotations.NullMarked;
