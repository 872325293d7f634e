package org.mimawari.message.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MessageContent;
import org.mimawari.evidence.Origin;
import org.mimawari.evidence.Place;
import org.mimawari.evidence.ReceivedMessage;
import org.mimawari.evidence.SentMessage;
import org.mimawari.message.AutomaticMail;
import org.mimawari.message.MailDates;
import org.mimawari.message.MailHeaders;
import org.mimawari.message.MailMessage;
import org.mimawari.message.MessageText;
import org.mimawari.message.ReceivedHeader;
import org.mimawari.message.report.DeliveryReports;
import org.mimawari.message.report.FeedbackReports;

/**
 * Makes evidence of messages. A message of a Sent folder gives one {@link SentMessage}; one that came in gives exactly
 * one of {@code NonDeliveryReport}, {@code FeedbackReport} and {@link ReceivedMessage}.
 */
public final class MailEvidence {


    private MailEvidence() {}

    /** When a sent message was written: its Date, else the newest Received. */
    public static Optional<Instant> sentAt(MailMessage message) {
        return date(message).or(() -> arrival(message));
    }

    /** When a message came in: the topmost Received, else its Date. */
    public static Optional<Instant> receivedAt(MailMessage message) {
        return arrival(message).or(() -> date(message));
    }

    /** A message as headers show it, without its content. */
    public static SentMessage sent(MailMessage message, Origin origin) {
        return sent(message, origin, Optional.empty());
    }

    /** A message with its text, link hosts and attachment names. */
    public static SentMessage sentWithContent(MailMessage message, Origin origin) {
        return sent(message, origin, Optional.of(MessageText.content(message)));
    }

    /** What a message that came in is. */
    public static Evidence received(MailMessage message, Origin origin) {
        Optional<Evidence> report = FeedbackReports.find(message, origin).map(Evidence.class::cast)
                .or(() -> DeliveryReports.find(message, origin));
        return report.orElseGet(() -> new ReceivedMessage(origin, message.messageId(), message.subject(),
                sender(message), inReplyTo(message), AutomaticMail.isAutomatic(message)));
    }

    private static SentMessage sent(MailMessage message, Origin origin, Optional<MessageContent> content) {
        MailHeaders headers = message.headers();
        List<String> hidden = headers.addresses("bcc");
        Set<String> to = new LinkedHashSet<>(headers.addresses("to"));
        to.addAll(headers.addresses("cc"));
        to.addAll(hidden);
        return new SentMessage(origin, SentMessage.Route.SENT_FOLDER, message.messageId(), message.subject(),
                message.from(), headers.addresses("return-path").stream().findFirst(),
                headers.addresses("reply-to").stream().findFirst(), to.size(), new ArrayList<>(to),
                new LinkedHashSet<>(hidden).size(), 0, 0, submittedFrom(headers), Place.UNKNOWN, headers.client(),
                inReplyTo(message), message.size(), content);
    }

    private static Optional<IpAddress> submittedFrom(MailHeaders headers) {
        return headers.raw("x-originating-ip").flatMap(IpAddress::find)
                .or(() -> headers.raw("x-sender-ip").flatMap(IpAddress::find))
                .or(() -> ReceivedHeader.submittedFrom(headers.all("received")));
    }

    private static Optional<String> inReplyTo(MailMessage message) {
        return message.headers().id("in-reply-to").or(() -> message.headers().id("references"));
    }

    private static Optional<String> sender(MailMessage message) {
        return message.from().or(() -> message.headers().addresses("sender").stream().findFirst());
    }

    private static Optional<Instant> date(MailMessage message) {
        return message.headers().raw("date").flatMap(MailDates::find);
    }

    private static Optional<Instant> arrival(MailMessage message) {
        return message.headers().all("received").stream().limit(3)
                .flatMap(header -> MailDates.ofReceived(header).stream()).findFirst();
    }

}
