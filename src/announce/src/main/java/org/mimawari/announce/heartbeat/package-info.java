/** What monitoring reads about the rounds. */
@NullMarked
package org.mimawari.announce.heartbeat;

import org.jspecify.annotations.NullMarked;
