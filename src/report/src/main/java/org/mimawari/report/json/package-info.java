/** Writes the parts of {@code report.json}. */
@NullMarked
package org.mimawari.report.json;

import org.jspecify.annotations.NullMarked;
