package org.mimawari.scan;

import java.util.List;
import java.util.Optional;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.MailboxDigest;

/**
 * What was found in one mailbox by itself, and the little of its evidence that mailboxes are compared by.
 *
 * @param name empty for what is about the whole tenant
 */
record MailboxJudgement(Optional<MailboxAddress> name, List<MailboxAddress> aliases, MailboxKind kind,
        List<Finding> findings, MailboxDigest digest, Optional<Reach> reach) {}
