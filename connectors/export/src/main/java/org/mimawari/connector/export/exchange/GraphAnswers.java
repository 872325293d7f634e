package org.mimawari.connector.export.exchange;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.export.ExportSettings;
import org.mimawari.connector.export.Source;
import org.mimawari.connector.export.tree.Tree;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.OwnDomains;

/**
 * Translates the objects of Microsoft Graph's lists of users, rules, settings, messages and applications, as they come
 * from the service itself. Users and service principals are remembered, since the other lists name them by id. Whatever
 * an object holds, it passes exactly once through {@code admit} or {@code reject} of the sink. Not safe for several
 * threads while users or principals are still coming.
 */
public final class GraphAnswers {

    /** The list an object stands in. */
    public enum Of {
        USERS(SettingType.GRAPH_USER), PRINCIPALS(SettingType.GRAPH_PRINCIPAL), RULES(SettingType.GRAPH_RULE),
        SETTINGS(SettingType.GRAPH_SETTINGS), FOLDERS(SettingType.GRAPH_FOLDER), GRANTS(SettingType.GRAPH_GRANT),
        ROLES(SettingType.GRAPH_ROLE), SENT_MESSAGES(SettingType.GRAPH_MESSAGE),
        /** Messages of any folder: sent are those that the owner wrote. */
        MESSAGES(SettingType.GRAPH_MESSAGE);

        private final SettingType type;

        Of(SettingType type) {
            this.type = type;
        }
    }

    private static final ExportSettings SENT = settings(Optional.of(ExportSettings.FolderRole.SENT));
    static final ExportSettings ANY = settings(Optional.empty());

    private final Directory directory;
    private final EvidenceSink sink;

    public GraphAnswers(EvidenceSink sink) {
        this(new Directory(), sink);
    }

    private GraphAnswers(Directory directory, EvidenceSink sink) {
        this.directory = directory;
        this.sink = sink;
    }

    /** The same that is remembered, with evidence going elsewhere. */
    public GraphAnswers into(EvidenceSink other) {
        return new GraphAnswers(directory, other);
    }

    /**
     * What Exchange shows of the same users, whose names are known from here; what either learns later stays its own.
     */
    public ExchangeAnswers exchange(EvidenceSink other) {
        return new ExchangeAnswers(new Directory(directory), other);
    }

    private static ExportSettings settings(Optional<ExportSettings.FolderRole> role) {
        return new ExportSettings(List.of(), Optional.empty(), role, ZoneOffset.UTC, OwnDomains.of());
    }

    /** Remembers whom or what the object's ids and names stand for. */
    public void remember(Of list, Tree fields) {
        directory.add(list.type, fields);
    }

    /**
     * Translates one object.
     *
     * @param source how reports cite the list
     * @param mailbox whose list it is
     */
    public void take(Of list, String source, Optional<MailboxAddress> mailbox, Tree fields) {
        Optional<String> id = fields.find("id");
        EvidenceRef ref = new EvidenceRef(source, id.map(known -> "record:" + known).orElse("record"), id);
        if (!fields.isObject()) {
            sink.reject(ref, "not an object of the list");
            return;
        }
        SettingTranslation translation = new SettingTranslation(list == Of.MESSAGES ? ANY : SENT, directory, new HiddenRules(),
                new Source(Path.of(""), list.name(), mailbox, List.of()));
        Snapshot snapshot = new Snapshot(list.type, fields, Tree.NONE, mailbox, ref, directory);
        List<Evidence> evidence = translation.evidence(snapshot);
        if (sink.admit(translation.fingerprint(snapshot, evidence))) {
            evidence.forEach(sink::accept);
        }
    }
}
