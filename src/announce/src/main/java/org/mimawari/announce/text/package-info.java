/** The words of an announcement, the same on every channel. */
@NullMarked
package org.mimawari.announce.text;

import org.jspecify.annotations.NullMarked;
