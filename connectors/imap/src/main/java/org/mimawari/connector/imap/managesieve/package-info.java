/**
 * Reads filter scripts over ManageSieve (RFC 5804) without changing any: it can list and fetch scripts and nothing else.
 * Nothing is sent before TLS; every answer of the server is capped in size and time.
 */
@NullMarked
package org.mimawari.connector.imap.managesieve;

import org.jspecify.annotations.NullMarked;
