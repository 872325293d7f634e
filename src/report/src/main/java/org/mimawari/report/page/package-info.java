/** What the pages of the HTML report show, as records of ready texts that the templates only arrange. */
@NullMarked
package org.mimawari.report.page;

import org.jspecify.annotations.NullMarked;
