package org.mimawari.connector.imap;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.Fingerprint;
import org.mimawari.connector.imap.protocol.FetchedMessage;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.Origin;
import org.mimawari.message.evidence.MailEvidence;
import org.mimawari.message.MailHeaders;
import org.mimawari.message.MailMessage;

/** Makes evidence of the messages of one folder and hands it over. */
final class MessageEvidence {

    private static final List<String> REPORTERS = List.of("mailer-daemon", "postmaster", "mail delivery",
            "microsoftexchange", "mailerdaemon", "abuse", "feedback", "mail-daemon", "maildelivery");
    private static final List<String> UNDELIVERED = List.of("deliver", "returned", "failure", "bounce", "rejected",
            "complaint about", "unzustellbar", "non remis", "配信", "配達", "不達", "送信", "退信", "не доставлен");
    private static final List<String> ARRIVED = List.of("delivered-to", "x-original-to", "return-path", "envelope-to",
            "x-envelope-to", "x-apparently-to", "received-spf", "authentication-results");

    private final MailboxAddress mailbox;
    private final String source;
    private final FolderTask task;
    private final boolean contents;
    private final EvidenceSink sink;

    MessageEvidence(MailboxAddress mailbox, String source, FolderTask task, boolean contents, EvidenceSink sink) {
        this.mailbox = mailbox;
        this.source = source;
        this.task = task;
        this.contents = contents;
        this.sink = sink;
    }

    /** What to fetch of every message. */
    Look firstLook() {
        return contents && task.use() == FolderUse.SENT ? Look.BEGINNING : Look.HEADERS;
    }

    /** True where the headers alone do not tell enough. */
    boolean deservesMore(FetchedMessage fetched, MailMessage mail) {
        return isSent(mail) ? contents && !fetched.draft() : mayBeReport(mail.headers());
    }

    /** Admits the message and hands over what it shows; one that cannot be understood is rejected alone. */
    void deliver(FetchedMessage fetched, MailMessage mail) {
        EvidenceRef ref = new EvidenceRef(source, "message:" + fetched.uid(), mail.messageId());
        if (!mail.isMail()) {
            sink.reject(ref, "no mail message: it has none of the headers mail has");
            return;
        }
        boolean sent = isSent(mail);
        Evidence piece;
        try {
            piece = evidence(fetched, mail, sent, ref);
        } catch (RuntimeException | StackOverflowError e) {
            sink.reject(ref, "the message cannot be understood: " + e.getClass().getSimpleName());
            return;
        }
        if (sink.admit(fingerprint(fetched, mail, sent)) && !fetched.draft()) {
            sink.accept(piece);
        }
    }

    void reject(long number, String why) {
        sink.reject(new EvidenceRef(source, "number:" + number, Optional.empty()), why);
    }

    private Evidence evidence(FetchedMessage fetched, MailMessage mail, boolean sent, EvidenceRef ref) {
        Optional<Instant> time = sent ? MessageTimes.sent(fetched, mail) : MessageTimes.received(fetched, mail);
        Origin origin = new Origin(Optional.of(mailbox), time, ref);
        if (!sent) {
            return MailEvidence.received(mail, origin);
        }
        return contents ? MailEvidence.sentWithContent(mail, origin) : MailEvidence.sent(mail, origin);
    }

    /** Copies in several folders are one message; two messages may well share a Message-ID. */
    private long fingerprint(FetchedMessage fetched, MailMessage mail, boolean sent) {
        Fingerprint print = new Fingerprint().add(mailbox.text()).add(sent ? "sent" : "received").add(fetched.size())
                .add(fetched.bytes(), 0, fetched.bytes().length);
        return mail.messageId().isPresent() ? print.value()
                : print.add(task.folder().raw()).add(fetched.uid()).value();
    }

    /** A copy that was kept when sending has passed no server of the receiver's. */
    private boolean isSent(MailMessage mail) {
        if (task.use().isSorted()) {
            return task.use() == FolderUse.SENT;
        }
        return mail.from().filter(from -> isOwner(from, mailbox)).isPresent()
                && ARRIVED.stream().noneMatch(mail.headers()::has);
    }

    /** An account without a domain is known by its local part. */
    static boolean isOwner(String from, MailboxAddress mailbox) {
        return MailboxAddress.find(from).filter(address -> address.equals(mailbox)
                || mailbox.domain().isEmpty() && address.localPart().equals(mailbox.text())).isPresent();
    }

    static boolean isReporter(String from) {
        String lower = from.toLowerCase(Locale.ROOT);
        return REPORTERS.stream().anyMatch(lower::contains);
    }

    /** Whether the body is worth fetching: anything that a mail system rather than a person may have written. */
    private static boolean mayBeReport(MailHeaders headers) {
        return headers.lower("content-type").contains("report") || headers.lower("return-path").equals("<>")
                || headers.has("x-failed-recipients") || headers.has("auto-submitted")
                || isReporter(headers.raw("from").orElse(""))
                || headers.text("subject").map(text -> text.toLowerCase(Locale.ROOT))
                        .filter(subject -> UNDELIVERED.stream().anyMatch(subject::contains)).isPresent();
    }
}
