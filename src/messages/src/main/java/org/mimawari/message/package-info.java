/**
 * Reads mail messages, however broken or hostile, and turns them into evidence. Takes bytes, never files; every input
 * costs linear time and bounded memory.
 */
@NullMarked
package org.mimawari.message;

import org.jspecify.annotations.NullMarked;
