package org.mimawari.connector.export.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mimawari.connector.export.ExportSettings;
import org.mimawari.connector.export.Source;
import org.mimawari.connector.export.Timestamps;
import org.mimawari.connector.export.tree.Tree;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MessageContent;
import org.mimawari.evidence.Place;
import org.mimawari.evidence.ReceivedMessage;
import org.mimawari.evidence.SentMessage;

/**
 * Messages as Graph lists them. One is taken as sent where its folder is Sent Items by the address of the list, by the
 * folder list, by the name of the file or its folder, where the operator says so, or where the owner wrote it.
 */
final class GraphMessages {

    private static final List<String> SENT = List.of("sentitems", "sent items", "sent", "送信済みアイテム", "送信済み");

    private final Snapshot snapshot;
    private final boolean folderSaysSent;

    GraphMessages(Snapshot snapshot, Source source, ExportSettings settings) {
        this.snapshot = snapshot;
        String context = snapshot.around().find("@odata.context").orElse("").toLowerCase(Locale.ROOT);
        String path = (source.name() + "/" + String.join("/", source.folders())).toLowerCase(Locale.ROOT);
        boolean named = context.contains("mailfolders('sentitems')") || SENT.stream().anyMatch(path::contains);
        this.folderSaysSent = named || settings.role().filter(ExportSettings.FolderRole.SENT::equals).isPresent();
    }

    List<Evidence> evidence() {
        Tree fields = snapshot.fields();
        boolean empty = fields.find("internetMessageId", "sentDateTime", "receivedDateTime", "subject").isEmpty();
        if (empty || fields.flag("isDraft").orElse(false)) {
            return List.of();
        }
        return List.of(isSent() ? sent() : received());
    }

    /** The mailbox it was sent from or lies in, for the coverage. */
    Optional<MailboxAddress> mailbox() {
        return isSent() ? snapshot.mailbox().or(this::from) : snapshot.mailbox();
    }

    boolean isSent() {
        String folder = snapshot.fields().find("parentFolderId").map(snapshot.directory()::folder).orElse("");
        boolean ownerWrote = snapshot.mailbox().isPresent() && snapshot.mailbox().equals(from());
        return folderSaysSent || SENT.contains(folder.toLowerCase(Locale.ROOT)) || ownerWrote;
    }

    private SentMessage sent() {
        Tree fields = snapshot.fields();
        List<String> to = new ArrayList<>(addresses("toRecipients"));
        to.addAll(addresses("ccRecipients"));
        List<String> hidden = addresses("bccRecipients");
        to.addAll(hidden);
        Optional<Instant> time = time("sentDateTime", "createdDateTime", "receivedDateTime");
        return new SentMessage(snapshot.origin(mailbox(), time), SentMessage.Route.SENT_FOLDER,
                fields.find("internetMessageId"), fields.find("subject"), from().map(MailboxAddress::text),
                address("sender"), addresses("replyTo").stream().findFirst(), to.size(), to, hidden.size(), 0, 0,
                header("X-Originating-IP").flatMap(IpAddress::find), Place.UNKNOWN,
                header("X-Mailer").or(() -> header("User-Agent")),
                header("In-Reply-To"), 0, content());
    }

    private ReceivedMessage received() {
        Tree fields = snapshot.fields();
        boolean automatic = header("Auto-Submitted").filter(value -> !value.equalsIgnoreCase("no")).isPresent();
        return new ReceivedMessage(snapshot.origin(mailbox(), time("receivedDateTime", "sentDateTime")),
                fields.find("internetMessageId"), fields.find("subject"), from().map(MailboxAddress::text),
                header("In-Reply-To"), automatic);
    }

    private Optional<MessageContent> content() {
        Tree fields = snapshot.fields();
        Optional<String> text = fields.at("body").find("content").map(AutoReplies::plain)
                .or(() -> fields.find("bodyPreview"));
        return text.map(words -> new MessageContent(words, List.of(), fields.at("attachments").items().stream()
                .flatMap(each -> each.find("name").stream()).limit(50).toList()));
    }

    private Optional<MailboxAddress> from() {
        return address("from").or(() -> address("sender")).flatMap(MailboxAddress::findFull);
    }

    private Optional<String> address(String field) {
        return snapshot.fields().at(field).at("emailAddress").find("address")
                .map(text -> text.toLowerCase(Locale.ROOT));
    }

    private List<String> addresses(String field) {
        return snapshot.fields().at(field).items().stream().flatMap(each -> each.at("emailAddress").find("address")
                .map(text -> text.toLowerCase(Locale.ROOT)).stream()).toList();
    }

    private Optional<Instant> time(String... names) {
        return snapshot.fields().find(names).flatMap(Timestamps::find);
    }

    private Optional<String> header(String name) {
        return snapshot.fields().at("internetMessageHeaders").items().stream()
                .filter(each -> each.find("name").filter(name::equalsIgnoreCase).isPresent())
                .flatMap(each -> each.find("value").stream()).findFirst();
    }
}
