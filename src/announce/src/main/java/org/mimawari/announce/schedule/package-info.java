/** When rounds happen. */
@NullMarked
package org.mimawari.announce.schedule;

import org.jspecify.annotations.NullMarked;
