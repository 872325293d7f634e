/** Keeps what a report rests on together, so that anybody can check later that nothing of it was changed. */
@NullMarked
package org.mimawari.report.bundle;

import org.jspecify.annotations.NullMarked;
