/** Lays text out on a terminal: display width, line breaks, colour. */
@NullMarked
package org.mimawari.report.terminal;

import org.jspecify.annotations.NullMarked;
