package org.mimawari.connector.imap;

import jakarta.mail.MessagingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.Fingerprint;
import org.mimawari.connector.imap.FolderFetch.Fetched;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.Origin;
import org.mimawari.message.MailEvidence;
import org.mimawari.message.MailHeaders;
import org.mimawari.message.MailMessage;

/** Turns the messages of one folder into evidence: headers of all, more only of what may be a report. */
final class FolderReading {

    private static final List<String> REPORTERS =
            List.of("mailer-daemon", "postmaster", "mail delivery", "microsoftexchange", "mailerdaemon", "abuse", "feedback");

    private final MailboxAddress mailbox;
    private final String source;
    private final ImapSettings settings;

    FolderReading(MailboxAddress mailbox, String source, ImapSettings settings) {
        this.mailbox = mailbox;
        this.source = source;
        this.settings = settings;
    }

    /** Reads the folder; says why where not all of it was read. */
    Optional<String> read(IMAPFolder folder, boolean sent, EvidenceSink sink) {
        try (FolderFetch fetch = FolderFetch.open(folder)) {
            int expected = fetch.count();
            List<Integer> closer = new ArrayList<>();
            int taken = fetch.headers(settings.limits().messages(), message -> {
                MailMessage mail = MailMessage.of(message.bytes(), message.size());
                if (sent ? settings.contents() : mayBeReport(mail.headers())) {
                    closer.add(message.number());
                } else {
                    deliver(message, mail, sent, sink);
                }
            });
            int again = 0;
            for (int number : closer) {
                again += fetch.beginning(number, message ->
                        deliver(message, MailMessage.of(message.bytes(), message.size()), sent, sink));
            }
            boolean whole = taken == expected && again == closer.size();
            return whole ? Optional.empty() : Optional.of("of " + expected + " messages " + (taken - closer.size() + again)
                    + " were read");
        } catch (MessagingException e) {
            sink.reject(new EvidenceRef(source, "folder", Optional.empty()), "the folder could not be read whole");
            return Optional.of("the server broke off: " + e.getClass().getSimpleName());
        }
    }

    private void deliver(Fetched fetched, MailMessage mail, boolean sent, EvidenceSink sink) {
        Optional<Instant> time = sent ? MailEvidence.sentAt(mail) : MailEvidence.receivedAt(mail);
        EvidenceRef ref = new EvidenceRef(source, "message:" + fetched.uid(), mail.messageId());
        long fingerprint = new Fingerprint().add(mailbox.text()).add(sent ? "sent" : "received")
                .add(mail.messageId().orElse(source + fetched.uid())).add(time.map(Instant::toEpochMilli).orElse(0L)).value();
        if (sink.admit(fingerprint)) {
            Origin origin = new Origin(Optional.of(mailbox), time, ref);
            sink.accept(sent ? sentEvidence(mail, origin) : MailEvidence.received(mail, origin));
        }
    }

    private Evidence sentEvidence(MailMessage mail, Origin origin) {
        return settings.contents() ? MailEvidence.sentWithContent(mail, origin) : MailEvidence.sent(mail, origin);
    }

    /** Whether the body is worth fetching: anything that a mail system rather than a person may have written. */
    private static boolean mayBeReport(MailHeaders headers) {
        String type = headers.lower("content-type");
        String from = headers.lower("from");
        return type.contains("report") || headers.raw("return-path").filter(path -> path.strip().equals("<>")).isPresent()
                || headers.has("x-failed-recipients") || headers.has("auto-submitted")
                || REPORTERS.stream().anyMatch(from::contains)
                || headers.text("subject").filter(FolderReading::saysUndelivered).isPresent();
    }

    private static boolean saysUndelivered(String subject) {
        String lower = subject.toLowerCase(Locale.ROOT);
        return lower.contains("deliver") || lower.contains("undeliver") || lower.contains("returned") || lower.contains("failure")
                || lower.contains("配信") || lower.contains("配達") || lower.contains("不達") || lower.contains("送信");
    }
}
