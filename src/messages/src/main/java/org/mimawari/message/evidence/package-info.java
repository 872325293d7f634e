/** Turns messages into evidence: sent mail, received mail, delivery failures, feedback reports. */
@NullMarked
package org.mimawari.message.evidence;

import org.jspecify.annotations.NullMarked;
