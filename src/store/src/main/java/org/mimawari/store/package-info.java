/** Keeps evidence while it is judged: the vault, its compact form, and evidence as JSON lines. */
@NullMarked
package org.mimawari.store;

import org.jspecify.annotations.NullMarked;
