/** The words of the reports, in English and Japanese, and the writing of numbers, times and hostile text. */
@NullMarked
package org.mimawari.report.wording;

import org.jspecify.annotations.NullMarked;
