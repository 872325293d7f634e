/** Tells people what a round found: each change once, on every channel, however long a channel is down. */
@NullMarked
package org.mimawari.announce;

import org.jspecify.annotations.NullMarked;
