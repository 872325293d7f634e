/** What was sent in the mailbox's name. */
@NullMarked
package org.mimawari.indicator.sent;

import org.jspecify.annotations.NullMarked;
