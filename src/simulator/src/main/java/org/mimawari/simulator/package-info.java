/**
 * A simulated company and five takeovers in it, written as the exports and logs of real systems: for the demonstration,
 * the examples and tests. Deterministic: the same seed gives the same bytes.
 */
@NullMarked
package org.mimawari.simulator;

import org.jspecify.annotations.NullMarked;
