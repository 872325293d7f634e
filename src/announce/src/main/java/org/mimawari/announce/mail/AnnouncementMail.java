package org.mimawari.announce.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import org.mimawari.announce.Announcement;
import org.mimawari.announce.text.AnnouncementText;
import org.mimawari.announce.text.Digest;
import org.mimawari.evidence.MailboxAddress;

/**
 * An announcement as a message (RFC 5322), marked as written by a machine (RFC 3834). The same announcement has the
 * same Message-ID and Date, however often it is sent.
 */
final class AnnouncementMail extends MimeMessage {

    private final String messageId;

    private AnnouncementMail(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    static AnnouncementMail of(Session session, Announcement announcement, MailboxAddress from, Recipients recipients,
            AnnouncementText text) throws MessagingException {
        String id = hash(announcement.tenant() + "\u0000" + announcement.id());
        AnnouncementMail mail = new AnnouncementMail(session, "<mimawari." + id + "@" + from.domain() + ">");
        mail.setFrom(new InternetAddress(from.text(), true));
        for (MailboxAddress to : recipients.allowed()) {
            mail.addRecipient(Message.RecipientType.TO, new InternetAddress(to.text(), true));
        }
        mail.setSubject(text.subject(announcement), "UTF-8");
        mail.setSentDate(Date.from(announcement.at()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        // Exchange answers with out-of-office notes unless it is told not to ([MS-OXCMAIL] 2.2.3.2.14).
        mail.setHeader("X-Auto-Response-Suppress", "All");
        mail.setHeader("Content-Language", text.language().tag());
        mail.setText(body(text, announcement, recipients.leftOut()), "UTF-8");
        mail.saveChanges();
        return mail;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    private static String body(AnnouncementText text, Announcement announcement, List<MailboxAddress> leftOut) {
        Digest digest = text.digest(announcement, AnnouncementText.MOST_ITEMS);
        StringBuilder body = new StringBuilder();
        leftOut.forEach(address -> body.append("! ").append(text.leftOut(address.text())).append('\n'));
        if (!digest.failures().isEmpty()) {
            body.append(text.failureHeading()).append('\n');
            digest.failures().forEach(failure -> body.append("  - ").append(failure).append('\n'));
            body.append('\n');
        }
        if (!digest.counts().isEmpty()) {
            body.append(digest.counts()).append("\n\n");
        }
        digest.items().forEach(item -> append(body, item));
        digest.remainder().forEach(line -> body.append(line).append("\n\n"));
        // RFC 3676 section 4.3: what follows is a signature.
        body.append("-- \n");
        digest.footer().forEach(line -> body.append(line).append('\n'));
        return body.toString();
    }

    private static void append(StringBuilder body, Digest.Item item) {
        body.append("* ").append(item.heading()).append('\n');
        item.sentences().forEach(sentence -> body.append("  - ").append(sentence).append('\n'));
        item.facts().forEach(fact -> body.append("  ").append(fact).append('\n'));
        body.append('\n');
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
