/** Turns the result of a scan into documents: one class per format. Nothing a mail system wrote reaches a reader raw. */
@NullMarked
package org.mimawari.report;

import org.jspecify.annotations.NullMarked;
