/** What other programs take in: SIEM events, scanner results, indicators to share. */
@NullMarked
package org.mimawari.report.feed;

import org.jspecify.annotations.NullMarked;
