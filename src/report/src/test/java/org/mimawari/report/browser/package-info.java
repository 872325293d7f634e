/** Opens the report in Debian's Chromium, over its DevTools protocol. */
@NullMarked
package org.mimawari.report.browser;

import org.jspecify.annotations.NullMarked;
