package org.mimawari.indicator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.mimawari.evidence.MailboxAddress;

/** Derives the stable id of a finding: indicator, mailbox, first moment and pattern, never a file name. */
final class FindingId {

    private static final int BYTES = 8;

    private FindingId() {}

    static String of(Finding finding) {
        String identity = String.join("\u0000", finding.indicator().id(),
                finding.mailbox().map(MailboxAddress::text).orElse(""),
                finding.when().from().map(from -> Long.toString(from.getEpochSecond())).orElse(""),
                finding.pattern());
        byte[] hash = sha256().digest(identity.getBytes(StandardCharsets.UTF_8));
        return "F-" + HexFormat.of().formatHex(hash, 0, BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
