/**
 * What mail systems show, as records: the evidence, where to find it again, and what could not be seen. Facts only, no
 * judgement. Depends on the JDK alone.
 */
@NullMarked
package org.mimawari.evidence;

import org.jspecify.annotations.NullMarked;
