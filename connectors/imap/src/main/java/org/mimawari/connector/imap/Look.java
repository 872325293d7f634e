package org.mimawari.connector.imap;

/** What is fetched of a message, always with PEEK. */
enum Look {

    HEADERS("BODY.PEEK[HEADER]<0.65536>", 65_536, 500),
    BEGINNING("BODY.PEEK[]<0.65536>", 65_536, 50),
    /** Mail to thousands has long headers, so they get a second, larger look. */
    LONG_HEADERS("BODY.PEEK[HEADER]<0.1048576>", 1 << 20, 8);

    private static final int BESIDES = 4_096;

    private final String part;
    private final int bytes;
    private final int together;

    Look(String part, int bytes, int together) {
        this.part = part;
        this.bytes = bytes;
        this.together = together;
    }

    String items(boolean saveDate, boolean flags) {
        return "(UID INTERNALDATE RFC822.SIZE " + (saveDate ? "SAVEDATE " : "") + (flags ? "FLAGS " : "") + part + ")";
    }

    /** How many messages one command asks for. */
    int together() {
        return together;
    }

    /** True where the server gave as much as was asked for, so that there may be more. */
    boolean isCut(byte[] got) {
        return got.length >= bytes;
    }

    /** The most that an honest answer for so many messages has, in bytes; twice as much where literals are not cut. */
    long most(int messages) {
        return (1L << 20) + 2L * messages * (bytes + BESIDES);
    }
}
