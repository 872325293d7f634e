/** Sieve scripts and the folders they lie in. */
@NullMarked
package org.mimawari.connector.export.script;

import org.jspecify.annotations.NullMarked;
