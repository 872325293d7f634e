package org.mimawari.store;

import org.mimawari.evidence.FeedbackReport;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailAccess;
import org.mimawari.evidence.MailRemoval;
import org.mimawari.evidence.MailSearch;
import org.mimawari.evidence.NonDeliveryReport;
import org.mimawari.evidence.Origin;
import org.mimawari.evidence.ProviderAlert;
import org.mimawari.evidence.ReceivedMessage;
import org.mimawari.evidence.SentMessage;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.SignInTrait;

/** The fields, in order, of evidence about what happened: sign-ins, mail sent, received, read and removed. Writing and reading stand side by side. */
final class ActivityShapes {

    private ActivityShapes() {}

    static void write(SignIn signIn, FieldSink out) {
        out.word("outcome", signIn.outcome());
        out.optionalWord("failure", signIn.failure());
        out.optional("ip", signIn.ip().map(IpAddress::text));
        PartShapes.writePlace("place", signIn.place(), out);
        out.word("protocol", signIn.protocol());
        out.optional("client", signIn.client());
        out.optional("application", signIn.application());
        out.optional("appId", signIn.appId());
        out.optional("device", signIn.device());
        out.optional("session", signIn.session());
        out.optional("errorCode", signIn.errorCode());
        out.words("traits", signIn.traits());
        out.number("attempts", signIn.attempts());
    }

    static SignIn readSignIn(Origin origin, FieldSource in) {
        return new SignIn(origin, in.word(SignIn.Outcome.class), in.optionalWord(SignIn.Failure.class),
                in.address(), PartShapes.readPlace(in), in.word(SignIn.Protocol.class),
                in.optional(), in.optional(), in.optional(), in.optional(), in.optional(), in.optional(),
                in.words(SignInTrait.class), in.count());
    }

    static void write(SentMessage sentMessage, FieldSink out) {
        out.word("route", sentMessage.route());
        out.unique("messageId", sentMessage.messageId());
        out.optional("subject", sentMessage.subject());
        out.optional("from", sentMessage.from());
        out.optional("envelopeFrom", sentMessage.envelopeFrom());
        out.optional("replyTo", sentMessage.replyTo());
        out.number("recipients", sentMessage.recipients());
        out.texts("to", sentMessage.to());
        out.number("hidden", sentMessage.hidden());
        out.number("bounced", sentMessage.bounced());
        out.number("deferred", sentMessage.deferred());
        out.optional("ip", sentMessage.ip().map(IpAddress::text));
        PartShapes.writePlace("place", sentMessage.place(), out);
        out.optional("client", sentMessage.client());
        out.unique("inReplyTo", sentMessage.inReplyTo());
        out.number("size", sentMessage.size());
        PartShapes.writeContent("content", sentMessage.content(), out);
    }

    static SentMessage readSentMessage(Origin origin, FieldSource in) {
        return new SentMessage(origin, in.word(SentMessage.Route.class), in.unique(), in.optional(), in.optional(),
                in.optional(), in.optional(), in.count(), in.texts(), in.count(), in.count(), in.count(),
                in.address(), PartShapes.readPlace(in), in.optional(), in.unique(),
                in.number(), PartShapes.readContent(in));
    }

    static void write(ReceivedMessage receivedMessage, FieldSink out) {
        out.unique("messageId", receivedMessage.messageId());
        out.optional("subject", receivedMessage.subject());
        out.optional("from", receivedMessage.from());
        out.unique("inReplyTo", receivedMessage.inReplyTo());
        out.flag("automatic", receivedMessage.automatic());
    }

    static ReceivedMessage readReceivedMessage(Origin origin, FieldSource in) {
        return new ReceivedMessage(origin, in.unique(), in.optional(), in.optional(), in.unique(), in.flag());
    }

    static void write(NonDeliveryReport nonDeliveryReport, FieldSink out) {
        out.each("failures", nonDeliveryReport.failures(), PartShapes::writeFailedRecipient);
        PartShapes.writeOriginalMessage("original", nonDeliveryReport.original(), out);
        out.optional("reportingServer", nonDeliveryReport.reportingServer());
        out.unique("messageId", nonDeliveryReport.messageId());
    }

    static NonDeliveryReport readNonDeliveryReport(Origin origin, FieldSource in) {
        return new NonDeliveryReport(origin, in.each(PartShapes::readFailedRecipient),
                PartShapes.readOriginalMessage(in), in.optional(), in.unique());
    }

    static void write(FeedbackReport feedbackReport, FieldSink out) {
        out.text("type", feedbackReport.type());
        out.optional("sourceIp", feedbackReport.sourceIp().map(IpAddress::text));
        out.optional("reportedDomain", feedbackReport.reportedDomain());
        PartShapes.writeOriginalMessage("original", feedbackReport.original(), out);
    }

    static FeedbackReport readFeedbackReport(Origin origin, FieldSource in) {
        return new FeedbackReport(origin, in.text(), in.address(), in.optional(),
                PartShapes.readOriginalMessage(in));
    }

    static void write(MailAccess mailAccess, FieldSink out) {
        out.word("type", mailAccess.type());
        out.number("items", mailAccess.items());
        out.number("bytes", mailAccess.bytes());
        out.flag("throttled", mailAccess.throttled());
        out.optional("folder", mailAccess.folder());
        PartShapes.writeActor("actor", mailAccess.actor(), out);
    }

    static MailAccess readMailAccess(Origin origin, FieldSource in) {
        return new MailAccess(origin, in.word(MailAccess.Type.class), in.number(), in.number(), in.flag(),
                in.optional(), PartShapes.readActor(in));
    }

    static void write(MailRemoval mailRemoval, FieldSink out) {
        out.word("type", mailRemoval.type());
        out.optional("folder", mailRemoval.folder());
        out.optional("destination", mailRemoval.destination());
        out.each("items", mailRemoval.items(), PartShapes::writeRemovedItem);
        out.number("count", mailRemoval.count());
        PartShapes.writeActor("actor", mailRemoval.actor(), out);
    }

    static MailRemoval readMailRemoval(Origin origin, FieldSource in) {
        return new MailRemoval(origin, in.word(MailRemoval.Type.class), in.optional(), in.optional(),
                in.each(PartShapes::readRemovedItem), in.count(), PartShapes.readActor(in));
    }

    static void write(MailSearch mailSearch, FieldSink out) {
        out.text("query", mailSearch.query());
        PartShapes.writeActor("actor", mailSearch.actor(), out);
    }

    static MailSearch readMailSearch(Origin origin, FieldSource in) {
        return new MailSearch(origin, in.text(), PartShapes.readActor(in));
    }

    static void write(ProviderAlert providerAlert, FieldSink out) {
        out.word("topic", providerAlert.topic());
        out.text("title", providerAlert.title());
        out.optional("severity", providerAlert.severity());
        out.optional("detail", providerAlert.detail());
        out.optional("ip", providerAlert.ip().map(IpAddress::text));
    }

    static ProviderAlert readProviderAlert(Origin origin, FieldSource in) {
        return new ProviderAlert(origin, in.word(ProviderAlert.Topic.class), in.text(), in.optional(), in.optional(),
                in.address());
    }
}
