/**
 * A reading IMAP client (RFC 9051, RFC 3501): the commands that look, and none that change anything. It trusts nothing
 * the server sends: every answer is limited in bytes and in time, and handed on while it arrives.
 */
@NullMarked
package org.mimawari.connector.imap.protocol;

import org.jspecify.annotations.NullMarked;
