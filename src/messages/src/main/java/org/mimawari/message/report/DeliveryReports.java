package org.mimawari.message.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.FailedRecipient;
import org.mimawari.evidence.NonDeliveryReport;
import org.mimawari.evidence.Origin;
import org.mimawari.evidence.OriginalMessage;
import org.mimawari.message.MailHeaders;
import org.mimawari.message.MailMessage;
import org.mimawari.message.MessageText;
import org.mimawari.message.MimePart;

/**
 * Reads reports about delivery: those of RFC 3464, complete or damaged, and the many that keep to no standard. A report
 * of success or of mere delay is one too; its {@code action} says so.
 */
public final class DeliveryReports {

    private static final int LONGEST = 512 * 1024;

    private final MailMessage message;
    private final List<MimePart> parts;
    private final QuotedText text;
    private final Optional<MailHeaders> quoted;

    private DeliveryReports(MailMessage message) {
        this.message = message;
        this.parts = message.ownParts();
        this.text = QuotedText.of(MessageText.of(message));
        this.quoted = QuotedOriginal.find(parts);
    }

    /** The report that this message is; empty where it is none. */
    public static Optional<NonDeliveryReport> find(MailMessage message, Origin origin) {
        boolean isReceipt = message.ownParts().stream()
                .anyMatch(part -> part.type().type().endsWith("disposition-notification"));
        return isReceipt ? Optional.empty() : new DeliveryReports(message).find(origin);
    }

    private Optional<NonDeliveryReport> find(Origin origin) {
        List<Map<String, String>> groups = statusGroups(parts);
        if (groups.stream().noneMatch(StatusFields::isRecipient)) {
            List<Map<String, String>> inline = inline();
            if (inline.isEmpty() && !new BounceJudgement(message, text, quoted.isPresent()).isBounce()) {
                return Optional.empty();
            }
            groups = inline.isEmpty() ? groups : inline;
        }
        Optional<MimePart> inner = groups.isEmpty() ? innerReport() : Optional.empty();
        List<Map<String, String>> all = inner.map(report -> statusGroups(report.ownParts())).orElse(groups);
        Optional<MailHeaders> original = inner.flatMap(report -> QuotedOriginal.find(report.ownParts()))
                .or(() -> quoted).or(text::headers);
        List<FailedRecipient> failures = failures(all, original);
        return Optional.of(new NonDeliveryReport(origin, failures, original(original), server(all), message.messageId()));
    }

    private List<FailedRecipient> failures(List<Map<String, String>> groups, Optional<MailHeaders> original) {
        String notice = String.join("\n", text.notice());
        List<FailedRecipient> stated = StatusReader.recipients(groups, notice);
        if (stated.stream().anyMatch(recipient -> recipient.recipient().isPresent())) {
            return stated;
        }
        List<String> named = new ArrayList<>(message.headers().addresses("x-failed-recipients"));
        List<String> written = original.map(headers -> headers.addresses("to")).orElse(List.of());
        List<FailedRecipient> read = new NoticeReader(text.notice(), own()).read(named, written);
        return stated.isEmpty() ? read : merged(stated.get(0), read);
    }

    /** The fields name no recipient: who failed comes from the notice, how from the fields. */
    private static List<FailedRecipient> merged(FailedRecipient stated, List<FailedRecipient> read) {
        return read.stream().map(recipient -> new FailedRecipient(recipient.recipient(),
                stated.status().or(recipient::status), stated.action().or(recipient::action),
                stated.reply().or(recipient::reply), stated.diagnostic().or(recipient::diagnostic))).toList();
    }

    private Set<String> own() {
        Set<String> own = new HashSet<>();
        for (String header : List.of("to", "from", "delivered-to", "x-original-to", "envelope-to", "sender", "cc")) {
            own.addAll(message.headers().addresses(header));
        }
        return own;
    }

    private static List<Map<String, String>> statusGroups(List<MimePart> parts) {
        return parts.stream().filter(part -> part.type().type().endsWith("delivery-status"))
                .flatMap(part -> StatusFields.read(part.text(LONGEST)).stream()).toList();
    }

    /** Fields of a delivery report in the running text, as damaged reports and a few servers have them. */
    private List<Map<String, String>> inline() {
        List<Map<String, String>> groups = StatusFields.read(String.join("\n", text.notice()));
        boolean found = groups.stream().anyMatch(group -> group.containsKey("final-recipient")
                && (group.containsKey("action") || group.containsKey("status")));
        return found ? groups : List.of();
    }

    /** A report wrapped in another notice. */
    private Optional<MimePart> innerReport() {
        return parts.stream().filter(MimePart::isMessage).flatMap(part -> part.children().stream())
                .filter(inner -> !statusGroups(inner.ownParts()).isEmpty()).findFirst();
    }

    private OriginalMessage original(Optional<MailHeaders> headers) {
        OriginalMessage told = NoticeFields.read(text.notice());
        OriginalMessage quotedOne = headers.map(OriginalHeaders::read).orElse(OriginalMessage.UNKNOWN);
        boolean isReply = quotedOne.messageId().isEmpty() && headers.isEmpty();
        Optional<String> id = quotedOne.messageId().or(told::messageId)
                .or(() -> isReply ? message.headers().id("in-reply-to").or(() -> message.headers().id("references"))
                        : Optional.empty());
        return new OriginalMessage(id, quotedOne.subject().or(told::subject), quotedOne.from().or(told::from),
                quotedOne.date().or(told::date), quotedOne.received(), quotedOne.signedBy(), quotedOne.client());
    }

    private Optional<String> server(List<Map<String, String>> groups) {
        return groups.stream().filter(group -> group.containsKey("reporting-mta")).findFirst()
                .map(group -> StatusFields.untyped(group.getOrDefault("reporting-mta", "")))
                .or(() -> ReportingServer.find(text.notice()))
                .or(() -> message.from().map(from -> from.substring(from.lastIndexOf('@') + 1)))
                .map(ReportingServer::bare).filter(name -> !name.isEmpty());
    }
}
