/**
 * What scheduled rounds remember of a tenant: the evidence read so far and where reading left off, since when settings
 * have been there, incidents, announcements that wait, and the history of rounds. One SQLite file, or PostgreSQL.
 */
@NullMarked
package org.mimawari.store.state;

import org.jspecify.annotations.NullMarked;
