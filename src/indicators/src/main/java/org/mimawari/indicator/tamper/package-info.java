/** Covering of tracks. */
@NullMarked
package org.mimawari.indicator.tamper;

import org.jspecify.annotations.NullMarked;
