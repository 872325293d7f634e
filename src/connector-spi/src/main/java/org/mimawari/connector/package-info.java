/**
 * What a connector is: it streams evidence from one mail system or folder of exports, and says what it could not see.
 */
@NullMarked
package org.mimawari.connector;

import org.jspecify.annotations.NullMarked;
