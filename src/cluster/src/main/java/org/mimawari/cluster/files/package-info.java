/** Files of whatever file system Hadoop knows, as the paths that the readers of exports take. Read-only. */
@NullMarked
package org.mimawari.cluster.files;

import org.jspecify.annotations.NullMarked;
