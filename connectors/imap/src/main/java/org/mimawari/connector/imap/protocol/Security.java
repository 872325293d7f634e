package org.mimawari.connector.imap.protocol;

/** How a connection is protected. {@code NONE} sends passwords in clear and is meant for loopback. */
public enum Security { TLS, STARTTLS, NONE }
