/** Turns the result of a scan into documents: one class per format. What a mail system wrote reaches nobody raw. */
@NullMarked
package org.mimawari.report;

import org.jspecify.annotations.NullMarked;
