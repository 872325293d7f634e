/** The state of the defences; never grave by itself. */
@NullMarked
package org.mimawari.indicator.posture;

import org.jspecify.annotations.NullMarked;
