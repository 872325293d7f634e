/** What a mailbox sent, joined from all sources that show it, and the stretches of time in which that was unusual. */
@NullMarked
package org.mimawari.indicator.outgoing;

import org.jspecify.annotations.NullMarked;
