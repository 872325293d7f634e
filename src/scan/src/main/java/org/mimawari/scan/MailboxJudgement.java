package org.mimawari.scan;

import java.util.List;
import java.util.Optional;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.MailboxDigest;

/**
 * What was found in one mailbox by itself, and the little of its evidence that mailboxes are compared by.
 *
 * @param digested the pieces of evidence the digest is made of
 * @param name empty for what is about the whole tenant
 */
record MailboxJudgement(Optional<MailboxAddress> name, List<MailboxAddress> aliases, MailboxKind kind,
        List<Finding> findings, MailboxDigest digest, List<Evidence> digested, Optional<Reach> reach) {}
