package org.mimawari.scan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mimawari.evidence.Gap;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.incident.Verdict;
import org.mimawari.indicator.Level;

/**
 * What the scan says about one mailbox.
 *
 * @param missing what would have to be read before the mailbox could be called clean
 */
public record MailboxResult(
        MailboxAddress address,
        List<MailboxAddress> aliases,
        MailboxKind kind,
        Verdict verdict,
        Level level,
        double score,
        List<String> incidents,
        Optional<Instant> firstSeen,
        Optional<Instant> lastSeen,
        List<Gap> missing) {}
