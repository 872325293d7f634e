package org.mimawari.connector.export.serverlog;

import java.util.LinkedHashMap;

/**
 * A mailbox name of Cyrus in its internal writing: {@code user.anna.Sent}, {@code user/anna/Sent} or
 * {@code corp.example!user.anna.Sent}, with {@code ^} for a dot within a name.
 *
 * @param user the owner; empty for a shared mailbox
 * @param folder the folder below the owner's inbox, {@code INBOX} for that itself
 */
record CyrusMailbox(String user, String folder) {

    private static final String INBOX = "INBOX";

    static CyrusMailbox of(String internal) {
        int bang = internal.indexOf('!');
        String domain = bang < 0 ? "" : "@" + internal.substring(0, bang);
        String name = internal.substring(bang + 1);
        if (!name.startsWith("user.") && !name.startsWith("user/")) {
            return new CyrusMailbox("", name);
        }
        char separator = name.charAt(4);
        int end = name.indexOf(separator, 5);
        String owner = (end < 0 ? name.substring(5) : name.substring(5, end)).replace('^', '.');
        return new CyrusMailbox(owner + domain, end < 0 ? INBOX : name.substring(end + 1));
    }

    boolean isScripts() {
        return folder.equals("#sieve");
    }

    /** Rights by name, from {@code anna TAB lrs TAB}; syslog may have written the tabs as {@code #011}. */
    static LinkedHashMap<String, String> rights(String acl) {
        LinkedHashMap<String, String> rights = new LinkedHashMap<>();
        String[] words = acl.replace("#011", "\t").split("\t", 2_000);
        for (int i = 0; i + 1 < words.length; i += 2) {
            rights.put(words[i], words[i + 1]);
        }
        return rights;
    }
}
