package org.mimawari.scan;

import java.util.List;
import java.util.Optional;
import org.mimawari.evidence.Gap;
import org.mimawari.evidence.MailboxAddress;

/** An indicator that could not be assessed, for one mailbox or, without a mailbox, for all of them. */
public record NotAssessedEntry(String indicator, Optional<MailboxAddress> mailbox, List<Gap> missing) {}
