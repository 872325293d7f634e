/**
 * The scheduled round: reads what is new, judges all that is remembered, and says what changed since the round before.
 */
@NullMarked
package org.mimawari.scan.round;

import org.jspecify.annotations.NullMarked;
