/**
 * Collects kind by kind: what belongs to the whole tenant in sweeps over time, what belongs to a mailbox mailbox by mailbox,
 * and says of each what was seen and why more was not.
 */
@NullMarked
package org.mimawari.connector.microsoft365.collect;

import org.jspecify.annotations.NullMarked;
