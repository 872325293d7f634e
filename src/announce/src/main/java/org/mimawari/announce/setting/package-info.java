/** Channels from a configuration. */
@NullMarked
package org.mimawari.announce.setting;

import org.jspecify.annotations.NullMarked;
