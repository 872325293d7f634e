/**
 * Reads Sieve scripts (RFC 5228 and its extensions) as evidence: tolerant of errors, bounded in depth and size, never
 * running anything. What one broken line hides is named; everything around it is kept.
 */
@NullMarked
package org.mimawari.sieve;

import org.jspecify.annotations.NullMarked;
