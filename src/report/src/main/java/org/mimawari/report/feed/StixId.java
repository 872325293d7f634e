package org.mimawari.report.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids that follow from what they name: UUIDs of version 5 (RFC 9562) in a name space of this program. */
final class StixId {

    private static final String NAME_SPACE = "org.mimawari/stix/";

    private StixId() {}

    /** {@code type--uuid} for an object of that type with those contents. */
    static String of(String type, String contents) {
        byte[] hash = sha1(NAME_SPACE + type + "/" + contents);
        hash[6] = (byte) (hash[6] & 0x0F | 0x50);
        hash[8] = (byte) (hash[8] & 0x3F | 0x80);
        String hex = HexFormat.of().formatHex(hash, 0, 16);
        return type + "--" + String.join("-", hex.substring(0, 8), hex.substring(8, 12), hex.substring(12, 16),
                hex.substring(16, 20), hex.substring(20, 32));
    }

    /** SHA-1 is what version 5 is made of; nothing depends on its strength here. */
    private static byte[] sha1(String text) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
