package org.mimawari.connector.export.exchange;

import java.util.List;
import java.util.Optional;
import org.mimawari.connector.Fingerprint;
import org.mimawari.connector.export.ExportSettings;
import org.mimawari.connector.export.Source;
import org.mimawari.connector.export.tree.Tree;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxRule;

/** Turns the objects of one file into evidence, each by its type. */
final class SettingTranslation {

    private final ExportSettings settings;
    private final Directory directory;
    private final HiddenRules hidden;
    private final Source source;
    private final SettingOwner owner;

    SettingTranslation(ExportSettings settings, Directory directory, HiddenRules hidden, Source source) {
        this.settings = settings;
        this.directory = directory;
        this.hidden = hidden;
        this.source = source;
        this.owner = new SettingOwner(directory, source);
    }

    Snapshot snapshot(SettingType type, Tree fields, Tree around, EvidenceRef ref) {
        Optional<MailboxAddress> mailbox = type == SettingType.GRAPH_MESSAGE
                ? owner.of(type, Tree.NONE, around.isEmpty() ? context(fields) : around)
                : owner.of(type, fields, around);
        return new Snapshot(type, fields, around, mailbox, ref, directory);
    }

    /** A single message carries its context itself. */
    private static Tree context(Tree fields) {
        return Tree.object(fields.fields().stream().filter(field -> field.name().equals("@odata.context")).toList());
    }

    /** The mailbox that the file's place or name gives. */
    Optional<MailboxAddress> owner() {
        return owner.of(SettingType.UNKNOWN, Tree.NONE, Tree.NONE);
    }

    /** The mailbox of which the object shows something. */
    Optional<MailboxAddress> covered(Snapshot snapshot) {
        String context = snapshot.around().find("@odata.context").orElse("");
        return switch (snapshot.type()) {
            case GRAPH_MESSAGE -> new GraphMessages(snapshot, source, settings).mailbox();
            case GRAPH_USER -> Directory.address(snapshot.fields());
            case GRAPH_GRANT -> context.contains("users('") ? snapshot.mailbox() : Optional.empty();
            case GRAPH_ROLE, GRAPH_PRINCIPAL, TRANSPORT_RULE, INBOUND_CONNECTOR, OUTBOUND_CONNECTOR, JOURNAL_RULE,
                    REMOTE_DOMAIN, OUTBOUND_POLICY -> Optional.empty();
            default -> snapshot.mailbox();
        };
    }

    /** A message shows sent mail or received mail. */
    SettingType coveredType(Snapshot snapshot) {
        boolean received = snapshot.type() == SettingType.GRAPH_MESSAGE
                && !new GraphMessages(snapshot, source, settings).isSent();
        return received ? SettingType.GRAPH_RECEIVED : snapshot.type();
    }

    /** The same for the same object in another file or shape. */
    long fingerprint(Snapshot snapshot, List<Evidence> evidence) {
        String owner = snapshot.mailbox().map(MailboxAddress::text).orElse("");
        Optional<String> message = snapshot.fields().find("internetMessageId", "id")
                .filter(id -> snapshot.type() == SettingType.GRAPH_MESSAGE);
        if (message.isPresent()) {
            return Fingerprint.of("graph message", owner, message.get());
        }
        if (!evidence.isEmpty() && evidence.get(0) instanceof MailboxRule rule) {
            return Fingerprint.of("mailbox rule", owner, snapshot.type() == SettingType.INBOX_RULE
                    ? InboxRules.identity(snapshot.object()) : snapshot.fields().find("id").orElse(""), rule.name(),
                    Boolean.toString(rule.enabled()), rule.conditions().toString(), rule.actions().toString());
        }
        return Fingerprint.of("exchange " + snapshot.type(), owner, snapshot.fields().toString());
    }

    List<Evidence> evidence(Snapshot snapshot) {
        return switch (snapshot.type()) {
            case INBOX_RULE -> InboxRules.translate(snapshot, hidden.isHidden(source.name(),
                    HiddenRules.owner(snapshot.mailbox()), snapshot.object()));
            case MAILBOX -> Mailboxes.ofMailbox(snapshot);
            case CAS_MAILBOX -> Mailboxes.ofClientAccess(snapshot);
            case GRAPH_USER -> Mailboxes.ofUser(snapshot);
            case MAILBOX_PERMISSION, RECIPIENT_PERMISSION, FOLDER_PERMISSION -> Permissions.translate(snapshot);
            case TRANSPORT_RULE, INBOUND_CONNECTOR, OUTBOUND_CONNECTOR, JOURNAL_RULE, REMOTE_DOMAIN, OUTBOUND_POLICY ->
                    MailFlow.translate(snapshot);
            case AUTO_REPLY -> AutoReplies.ofCmdlet(snapshot);
            case GRAPH_RULE -> GraphRules.translate(snapshot);
            case GRAPH_SETTINGS -> AutoReplies.ofGraph(snapshot);
            case GRAPH_GRANT -> GraphApps.ofGrant(snapshot);
            case GRAPH_ROLE -> GraphApps.ofRole(snapshot);
            case GRAPH_PRINCIPAL -> GraphApps.ofPrincipal(snapshot);
            case GRAPH_MESSAGE -> new GraphMessages(snapshot, source, settings).evidence();
            case GRAPH_FOLDER, GRAPH_RECEIVED, UNKNOWN -> List.of();
        };
    }
}
