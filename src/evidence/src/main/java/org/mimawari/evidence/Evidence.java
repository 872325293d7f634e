package org.mimawari.evidence;

import java.time.Instant;
import java.util.Optional;

/**
 * One fact that a mail system showed, with where to find it again. Immutable; safe for any thread. Every text in it may
 * have been written by the attacker.
 */
public sealed interface Evidence
        permits AutoReply, ConnectedApp, Delegation, FeedbackReport, ForwardingSetting, MailAccess, MailFlowRule,
                MailRemoval, MailSearch, MailboxProfile, MailboxRule, NonDeliveryReport, ProviderAlert,
                ReceivedMessage, SendAsAddress, SentMessage, SettingChange, SignIn {

    Origin origin();

    EvidenceKind kind();

    /** The mailbox it is about; empty where it concerns the whole tenant or the source names none. */
    default Optional<MailboxAddress> mailbox() {
        return origin().mailbox();
    }

    /** When it happened, in UTC; empty for a state that carries no time of its own. */
    default Optional<Instant> time() {
        return origin().time();
    }

    /** Who did it; unknown where the record names nobody or the kind of evidence has no actor. */
    default Actor actor() {
        return Actor.UNKNOWN;
    }

    default EvidenceRef ref() {
        return origin().ref();
    }
}
