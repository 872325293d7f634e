/** Reads exported evidence from files and folders: walks, unpacks, recognises each format by content and hands it to its reader. */
@NullMarked
package org.mimawari.connector.export;

import org.jspecify.annotations.NullMarked;
