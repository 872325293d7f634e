/**
 * What an indicator is, what it finds, and the one list of all of them. Pure: no clock, no I/O, no logging, no static state.
 */
@NullMarked
package org.mimawari.indicator;

import org.jspecify.annotations.NullMarked;
