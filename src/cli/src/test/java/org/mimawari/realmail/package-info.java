/** Takeovers replayed on a real mail server, which is then scanned; for tests only. */
@NullMarked
package org.mimawari.realmail;

import org.jspecify.annotations.NullMarked;
