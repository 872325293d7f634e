/** The one list of all indicators, and their pages. */
@NullMarked
package org.mimawari.indicator.catalogue;

import org.jspecify.annotations.NullMarked;
