/** The scan on Apache Spark: parts are read and mailboxes judged by many machines, as one would do it. */
@NullMarked
package org.mimawari.cluster;

import org.jspecify.annotations.NullMarked;
