/** Records as small trees, from JSON or from tables, with names compared as loosely as exports write them. */
@NullMarked
package org.mimawari.connector.export.tree;

import org.jspecify.annotations.NullMarked;
