package org.mimawari.connector.export.exchange;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.Fingerprint;
import org.mimawari.connector.export.Source;
import org.mimawari.connector.export.tree.RecordFile;
import org.mimawari.connector.export.tree.Tree;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceRef;

/** Takes the objects of one file. */
final class SettingRecords implements RecordFile.RecordTaker {

    private final Source source;
    private final SettingType expected;
    private final SettingTranslation translation;
    private final EvidenceSink sink;
    private final SettingCoverage coverage;
    private boolean any;
    private boolean more;

    /** @param expected what the file looked like, for its coverage where it holds nothing */
    SettingRecords(Source source, SettingType expected, SettingTranslation translation, EvidenceSink sink) {
        this.source = source;
        this.expected = expected;
        this.translation = translation;
        this.sink = sink;
        this.coverage = new SettingCoverage(source.name(), sink);
    }

    /** The object itself, or those it wraps, each with what says whose they are. */
    static void unwrapped(Tree exported, Tree around, BiConsumer<Tree, Tree> taker) {
        Tree record = ToolColumns.renamed(exported);
        List<Tree> inside = SettingType.of(record) == SettingType.UNKNOWN ? WrappedObjects.of(record) : List.of();
        if (inside.isEmpty()) {
            taker.accept(record, around);
        } else {
            inside.forEach(object -> taker.accept(object, record.or(around)));
        }
    }

    @Override
    public void take(Tree record, Tree around, long line) {
        Optional<SettingType> emptied = WrappedObjects.emptied(record);
        if (emptied.isPresent()) {
            EvidenceRef ref = new EvidenceRef(source.name(), "line:" + line, Optional.empty());
            saw(translation.snapshot(emptied.get(), Tree.NONE, record.or(around), ref));
            sink.admit(Fingerprint.of("nothing in", source.name(), Long.toString(line)));
            return;
        }
        unwrapped(record, around, (fields, outside) -> takeOne(fields, outside, line));
    }

    /** An answer may be empty: then the mailbox was looked at all the same. */
    @Override
    public void list(Tree around, long line) {
        SettingType type = SettingLists.type(around);
        if (type != SettingType.UNKNOWN) {
            saw(translation.snapshot(type, Tree.NONE, around,
                    new EvidenceRef(source.name(), "line:" + line, Optional.empty())));
        }
    }

    @Override
    public void page(boolean follows) {
        more = follows;
    }

    private void saw(Snapshot snapshot) {
        any = true;
        coverage.saw(translation.coveredType(snapshot), translation.covered(snapshot));
    }

    private void takeOne(Tree fields, Tree around, long line) {
        SettingType type = SettingType.of(fields);
        type = type == SettingType.UNKNOWN ? SettingLists.type(around.isEmpty() ? fields : around) : type;
        Optional<String> id = fields.find("id", "RuleIdentity", "Guid", "Identity");
        EvidenceRef ref = new EvidenceRef(source.name(), "line:" + line, id);
        if (type == SettingType.UNKNOWN) {
            sink.reject(ref, "neither an object of an Exchange cmdlet nor one of Microsoft Graph");
            return;
        }
        Snapshot snapshot = translation.snapshot(type, fields, around, ref);
        List<Evidence> evidence = translation.evidence(snapshot);
        saw(snapshot);
        if (type == SettingType.MAILBOX) {
            coverage.sawColumns(fields.has("ForwardingSmtpAddress"), fields.has("ForwardingAddress"));
        }
        if (type == SettingType.INBOX_RULE) {
            coverage.sawActions(InboxRules.showsActions(fields));
        }
        coverage.sawDelegations(type, evidence);
        if (sink.admit(translation.fingerprint(snapshot, evidence))) {
            evidence.forEach(sink::accept);
        }
    }

    void report(Optional<String> broken) {
        if (!any && expected != SettingType.UNKNOWN) {
            coverage.saw(expected, translation.owner());
        }
        coverage.report(broken.or(() -> more ? Optional.of(RecordFile.MORE_FOLLOWS) : Optional.empty()));
    }
}
