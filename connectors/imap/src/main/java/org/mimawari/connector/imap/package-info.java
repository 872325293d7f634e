/**
 * Reads mailboxes over IMAP without leaving a trace: EXAMINE and BODY.PEEK only. Every answer of the server is capped in
 * size and time, as the server, or who wrote the mail, may be hostile.
 */
@NullMarked
package org.mimawari.connector.imap;

import org.jspecify.annotations.NullMarked;
