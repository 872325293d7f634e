/** How somebody got in. */
@NullMarked
package org.mimawari.indicator.signin;

import org.jspecify.annotations.NullMarked;
