/** What the outside world says about mail sent in the mailbox's name. */
@NullMarked
package org.mimawari.indicator.bounce;

import org.jspecify.annotations.NullMarked;
