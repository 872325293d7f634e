package org.mimawari.incident;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.TimeRange;

/** Derives the stable id of an incident from its mailbox, its beginning and what was found first. */
final class IncidentId {

    private IncidentId() {}

    static String of(Optional<MailboxAddress> mailbox, TimeRange when, List<Contribution> breakdown) {
        String first = breakdown.stream().map(contribution -> contribution.finding().id()).sorted().findFirst().orElse("");
        String identity = mailbox.map(MailboxAddress::text).orElse("") + "\u0000"
                + when.from().map(from -> Long.toString(from.getEpochSecond())).orElse(first);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
            return "I-" + HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
