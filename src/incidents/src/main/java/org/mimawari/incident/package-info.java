/** Turns the findings of a mailbox into incidents: one explained score, the story in stages, likely causes, what to do. */
@NullMarked
package org.mimawari.incident;

import org.jspecify.annotations.NullMarked;
