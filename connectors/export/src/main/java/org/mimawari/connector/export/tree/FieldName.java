package org.mimawari.connector.export.tree;

/** Brings {@code ipAddress}, {@code IPAddress} and {@code IP address} to the one key {@code ipaddress}. */
final class FieldName {

    private static final int LONGEST = 256;

    private FieldName() {}

    /** Letters and digits only, in lower case, without the {@code [UTC]} behind Log Analytics columns. */
    static String key(String name) {
        StringBuilder key = new StringBuilder(Math.min(name.length(), LONGEST));
        for (int i = 0; i < name.length() && key.length() < LONGEST; i++) {
            char c = name.charAt(i);
            if (c == '[') {
                break;
            }
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                key.append(c);
            } else if (c >= 'A' && c <= 'Z') {
                key.append((char) (c + 32));
            } else if (c > 127 && Character.isLetterOrDigit(c)) {
                key.append(Character.toLowerCase(c));
            }
        }
        return key.toString();
    }
}
