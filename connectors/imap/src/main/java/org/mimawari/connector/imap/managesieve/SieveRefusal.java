package org.mimawari.connector.imap.managesieve;

import java.io.IOException;

/** The session cannot go on. The message is our own; of the server's words only known response codes are in it. */
final class SieveRefusal extends IOException {

    private static final long serialVersionUID = 1L;

    SieveRefusal(String message) {
        super(message);
    }
}
