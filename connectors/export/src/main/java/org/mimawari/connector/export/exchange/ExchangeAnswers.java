package org.mimawari.connector.export.exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.export.Source;
import org.mimawari.connector.export.tree.Tree;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.MailboxAddress;

/**
 * Translates what Exchange's cmdlets show, as it comes from the service itself, in the same way as their exports.
 * Whatever an object holds, it passes exactly once through {@code admit} or {@code reject} of the sink. Not safe for
 * several threads while mailboxes are still being remembered.
 */
public final class ExchangeAnswers {

    /** The cmdlet that shows an object. */
    public enum Of {
        MAILBOXES(SettingType.MAILBOX), CLIENT_ACCESS(SettingType.CAS_MAILBOX),
        MAILBOX_PERMISSIONS(SettingType.MAILBOX_PERMISSION), RECIPIENT_PERMISSIONS(SettingType.RECIPIENT_PERMISSION),
        TRANSPORT_RULES(SettingType.TRANSPORT_RULE), INBOUND_CONNECTORS(SettingType.INBOUND_CONNECTOR),
        OUTBOUND_CONNECTORS(SettingType.OUTBOUND_CONNECTOR), JOURNAL_RULES(SettingType.JOURNAL_RULE),
        REMOTE_DOMAINS(SettingType.REMOTE_DOMAIN), OUTBOUND_POLICIES(SettingType.OUTBOUND_POLICY),
        INBOX_RULES(SettingType.INBOX_RULE);

        private final SettingType type;

        Of(SettingType type) {
            this.type = type;
        }

        /** What it shows, where it shows anything. */
        public EvidenceKind kind() {
            return type.kind();
        }
    }

    private final Directory directory;
    private final EvidenceSink sink;

    ExchangeAnswers(Directory directory, EvidenceSink sink) {
        this.directory = directory;
        this.sink = sink;
    }

    /** The same that is remembered, with evidence going elsewhere. */
    public ExchangeAnswers into(EvidenceSink other) {
        return new ExchangeAnswers(directory, other);
    }

    /** Remembers by what names others call the mailbox. */
    public void remember(Tree mailbox) {
        directory.add(SettingType.MAILBOX, mailbox);
    }

    /** The address of a mailbox as {@code Get-Mailbox} shows it. */
    public static Optional<MailboxAddress> address(Tree mailbox) {
        return Directory.address(mailbox);
    }

    /** True for the rules that Exchange itself keeps in every mailbox, unseen, where they do what these do. */
    public static boolean isUsual(Tree rule) {
        return InboxRules.isUsual(new CmdletObject(rule));
    }

    /**
     * Translates one object.
     *
     * @param source how reports cite the list
     * @param mailbox whose it is; empty where the object itself says so
     */
    public void take(Of list, String source, Optional<MailboxAddress> mailbox, Tree fields) {
        take(list, source(list, source, mailbox), new HiddenRules(), fields);
    }

    /**
     * Translates the rules of one mailbox.
     *
     * @param all the rules as {@code Get-InboxRule -IncludeHidden} shows them
     * @param visible the rules as it shows them without; those it lacks are hidden
     */
    public void rules(String source, MailboxAddress mailbox, List<Tree> all, List<Tree> visible) {
        HiddenRules hidden = new HiddenRules();
        hidden.compare(source, mailbox.text(), all.stream().map(CmdletObject::new).toList(),
                visible.stream().map(CmdletObject::new).toList());
        Source list = source(Of.INBOX_RULES, source, Optional.of(mailbox));
        all.forEach(rule -> take(Of.INBOX_RULES, list, hidden, rule));
    }

    private static Source source(Of list, String source, Optional<MailboxAddress> mailbox) {
        return new Source(Path.of(list.name()), source, mailbox, List.of());
    }

    private void take(Of list, Source source, HiddenRules hidden, Tree fields) {
        Optional<String> id = fields.find("RuleIdentity", "Guid", "Identity");
        EvidenceRef ref = new EvidenceRef(source.name(), id.map(known -> "record:" + known).orElse("record"), id);
        if (!fields.isObject()) {
            sink.reject(ref, "not an object of the cmdlet");
            return;
        }
        SettingTranslation translation = new SettingTranslation(GraphAnswers.ANY, directory, hidden, source);
        Snapshot snapshot = source.owner().isPresent()
                ? new Snapshot(list.type, fields, Tree.NONE, source.owner(), ref, directory)
                : translation.snapshot(list.type, fields, Tree.NONE, ref);
        List<Evidence> evidence = translation.evidence(snapshot);
        if (sink.admit(translation.fingerprint(snapshot, evidence))) {
            evidence.forEach(sink::accept);
        }
    }
}
