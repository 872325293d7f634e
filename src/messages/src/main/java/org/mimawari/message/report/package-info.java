/** Recognises reports about delivery and complaints, standard or not, and reads what they say. */
@NullMarked
package org.mimawari.message.report;

import org.jspecify.annotations.NullMarked;
