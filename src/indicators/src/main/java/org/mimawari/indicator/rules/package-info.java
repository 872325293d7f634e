/** Rules that hide, destroy or divert mail. */
@NullMarked
package org.mimawari.indicator.rules;

import org.jspecify.annotations.NullMarked;
