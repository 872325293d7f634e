/** What a mailbox usually does, learnt only from what came before the moment that is judged. */
@NullMarked
package org.mimawari.indicator.habit;

import org.jspecify.annotations.NullMarked;
