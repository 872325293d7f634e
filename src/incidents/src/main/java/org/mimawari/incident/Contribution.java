package org.mimawari.incident;

import org.mimawari.indicator.Finding;

/**
 * What one finding adds to an incident's score.
 *
 * @param points what the finding counts by itself, 0 to 100
 * @param fall by how much the incident's score would fall without it
 */
public record Contribution(Finding finding, double points, double fall) {}
