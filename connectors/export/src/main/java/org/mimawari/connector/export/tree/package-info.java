/** Records as small trees, whether they stand in JSON or in a table, with names compared as loosely as exports write them. */
@NullMarked
package org.mimawari.connector.export.tree;

import org.jspecify.annotations.NullMarked;
