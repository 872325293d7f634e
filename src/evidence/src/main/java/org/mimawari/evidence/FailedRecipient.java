package org.mimawari.evidence;

import java.util.Optional;

/**
 * One recipient of a delivery report.
 *
 * @param status enhanced status code (RFC 3463), for example {@code 5.1.1}
 * @param action {@code failed}, {@code delayed}, {@code delivered}, {@code relayed} or {@code expanded} (RFC 3464)
 * @param reply the SMTP reply code where one is quoted
 */
public record FailedRecipient(
        Optional<String> recipient,
        Optional<String> status,
        Optional<String> action,
        Optional<String> reply,
        Optional<String> diagnostic) {}
