/** The commands, and the wiring of everything else. Here, and nowhere else, the clock is read and text is printed. */
@NullMarked
package org.mimawari.cli;

import org.jspecify.annotations.NullMarked;
