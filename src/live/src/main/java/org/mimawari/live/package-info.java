/**
 * What connectors to services on the network share: keeping to a service's pace, taking up a round that was killed,
 * lists that say how things are, and saying what could not be seen.
 */
@NullMarked
package org.mimawari.live;

import org.jspecify.annotations.NullMarked;
