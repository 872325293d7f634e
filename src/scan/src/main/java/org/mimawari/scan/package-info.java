/** One round: collect the evidence, judge every mailbox, compare them, and say what could not be looked at. */
@NullMarked
package org.mimawari.scan;

import org.jspecify.annotations.NullMarked;
