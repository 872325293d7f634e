/** What every format says first: the headline, the mailboxes concerned, what is missing, the numbers. */
@NullMarked
package org.mimawari.report.summary;

import org.jspecify.annotations.NullMarked;
