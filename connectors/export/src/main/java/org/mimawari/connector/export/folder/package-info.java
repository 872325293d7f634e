/** The export connector itself: finds files below the given paths and hands each to the reader of its format. */
@NullMarked
package org.mimawari.connector.export.folder;

import org.jspecify.annotations.NullMarked;
