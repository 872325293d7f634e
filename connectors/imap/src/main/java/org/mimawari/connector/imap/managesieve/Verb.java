package org.mimawari.connector.imap.managesieve;

/** All commands that this client can send (RFC 5804 section 2); none of them changes anything on the server. */
enum Verb { STARTTLS, AUTHENTICATE, LISTSCRIPTS, GETSCRIPT, LOGOUT }
