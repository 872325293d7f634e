package org.mimawari.connector.export.serverlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mimawari.connector.export.serverlog.OpenMessage.Delivery;
import org.mimawari.connector.export.serverlog.OpenMessage.Entrance;
import org.mimawari.connector.export.serverlog.OpenMessage.Fate;
import org.mimawari.evidence.FailedRecipient;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.NonDeliveryReport;
import org.mimawari.evidence.OriginalMessage;
import org.mimawari.evidence.Place;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.SentMessage;

/**
 * Judges messages whose lines are complete. Mail of a user who authenticated is that user's sent mail, whatever its
 * sender address says. Mail from a program on the own host or network counts for the own address it was sent as, where
 * it went outside. Mail from outside is only followed, to see whether a Sieve script sends it on.
 */
final class SentMail {

    private static final int MOST_FAILURES = 50;
    private static final int MOST_REDIRECTED = 5;

    private final LogEvidence evidence;
    private final OwnSide ownSide;
    private boolean sawQueue;

    SentMail(LogEvidence evidence, OwnSide ownSide) {
        this.evidence = evidence;
        this.ownSide = ownSide;
    }

    /** The log shows the queue, so a message that it does not show there was refused or given up. */
    void sawQueue() {
        sawQueue = true;
    }

    void settle(OpenMessage message) {
        if (message.parent.isEmpty() && !message.reported) {
            message.reported = true;
            message.children().forEach(child -> continued(message, child));
            report(message);
        } else if (message.parent.filter(parent -> parent.reported).isPresent()) {
            redirected(message.parent.get(), message);
        }
        if (message.openChildren == 0) {
            message.forget();
        }
    }

    /** The sender was told that recipients could not be reached. */
    void bounced(OpenMessage message, LogPoint point, Optional<String> reportId) {
        OpenMessage first = message.parent.orElse(message);
        Optional<MailboxAddress> mailbox = senderMailbox(first);
        List<FailedRecipient> failures = new ArrayList<>();
        for (Map.Entry<String, Delivery> each : message.deliveries().entrySet()) {
            if (each.getValue().fate() == Fate.BOUNCED && failures.size() < MOST_FAILURES) {
                failures.add(new FailedRecipient(Optional.of(each.getKey()),
                        LogEvidence.present(each.getValue().status()),
                        Optional.of("failed"), Optional.empty(), Optional.empty()));
            }
        }
        if (mailbox.isPresent()) {
            OriginalMessage original = new OriginalMessage(first.messageId, first.subject,
                    LogEvidence.present(first.envelopeFrom), first.submitted.time(), List.of(), List.of(),
                    client(first));
            evidence.accept(new NonDeliveryReport(point.origin(mailbox), failures, original, Optional.empty(),
                    reportId));
        }
    }

    /** A message that went on under a new queue id: through a filter, or to where a script sends it. */
    private void continued(OpenMessage message, OpenMessage child) {
        boolean filtered = child.deliveries().keySet().stream().allMatch(message.deliveries()::containsKey);
        if (filtered) {
            child.deliveries().forEach(message::deliver);
        } else {
            redirected(message, child);
        }
    }

    /**
     * Pigeonhole sends on with the first sender; mailing lists and filters do not both keep it and change recipients.
     */
    private void redirected(OpenMessage message, OpenMessage child) {
        List<String> local = message.deliveries().entrySet().stream()
                .filter(each -> each.getValue().local()).map(Map.Entry::getKey).toList();
        boolean sameSender = child.envelopeFrom.equalsIgnoreCase(message.envelopeFrom)
                || child.envelopeFrom.regionMatches(true, 0, "SRS", 0, 3);
        if (local.size() != 1 || !sameSender || child.deliveries().size() > MOST_REDIRECTED) {
            return;
        }
        for (String target : child.deliveries().keySet()) {
            if (!ownSide.isOwn(target) && !target.equals(local.get(0))) {
                evidence.rule(child.submitted, local.get(0), RuleAction.of(RuleAction.Type.REDIRECT, target));
            }
        }
    }

    private void report(OpenMessage message) {
        boolean sent = message.queued || !message.deliveries().isEmpty() || !sawQueue;
        if (!sent || message.entrance == Entrance.OUTSIDE) {
            return;
        }
        boolean authenticated = message.entrance == Entrance.AUTHENTICATED;
        if (!authenticated && (!ownSide.isOwn(message.envelopeFrom) || !wentOutside(message))) {
            return;
        }
        String name = authenticated ? message.user : message.envelopeFrom;
        Optional<String> from = LogEvidence.present(message.envelopeFrom);
        evidence.accept(new SentMessage(message.submitted.origin(LogEvidence.mailbox(name)),
                SentMessage.Route.SERVER_LOG, message.messageId, message.subject, from, from, Optional.empty(),
                message.recipients(), List.copyOf(message.deliveries().keySet()), 0, message.count(Fate.BOUNCED),
                message.count(Fate.DEFERRED), message.ip, Place.UNKNOWN, client(message), Optional.empty(),
                Math.max(0, message.size), Optional.empty()));
    }

    private boolean wentOutside(OpenMessage message) {
        return message.deliveries().entrySet().stream()
                .anyMatch(each -> !each.getValue().local() && !ownSide.isOwn(each.getKey()));
    }

    private Optional<MailboxAddress> senderMailbox(OpenMessage message) {
        if (ownSide.isOwn(message.envelopeFrom)) {
            return LogEvidence.mailbox(message.envelopeFrom);
        }
        return message.entrance == Entrance.AUTHENTICATED ? LogEvidence.mailbox(message.user) : Optional.empty();
    }

    /** The program that wrote the message, where a header check logs it; else how the client greeted. */
    private static Optional<String> client(OpenMessage message) {
        return message.mailer.or(() -> message.helo);
    }
}
