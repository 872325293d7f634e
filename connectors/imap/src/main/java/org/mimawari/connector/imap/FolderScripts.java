package org.mimawari.connector.imap;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.Fingerprint;
import org.mimawari.connector.imap.protocol.ImapClient;
import org.mimawari.connector.imap.protocol.ImapException;
import org.mimawari.connector.imap.protocol.ImapException.Problem;
import org.mimawari.connector.imap.protocol.ScriptAnnotation;
import org.mimawari.connector.imap.protocol.ServerText;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.Origin;
import org.mimawari.evidence.RuleTrait;

/**
 * Sieve scripts that run on changes in folders (RFC 6785), named by METADATA (RFC 5464). Each is a mailbox rule whose
 * contents are not visible: ManageSieve may show a script of the same name, but as one that does not run.
 */
final class FolderScripts {

    private static final String PREFIX = "imapsieve:";
    private static final String EVERYWHERE = "all folders";

    private final MailboxAddress mailbox;
    private final String source;
    private final EvidenceSink sink;
    private boolean found;

    FolderScripts(MailboxAddress mailbox, String source, EvidenceSink sink) {
        this.mailbox = mailbox;
        this.source = source;
        this.sink = sink;
    }

    /** True where the server says that it runs such scripts; elsewhere their annotations do nothing. */
    static boolean areRun(ImapClient client) {
        return client.offersSome("IMAPSIEVE");
    }

    /** Reads which scripts are named for all folders and for these; says why where the server did not tell all. */
    Optional<String> read(ImapClient client, List<FolderTask> folders) throws ImapException {
        Map<String, String> names = new LinkedHashMap<>();
        if (client.offers("METADATA") || client.offers("METADATA-SERVER")) {
            names.put("", EVERYWHERE);
        }
        if (client.offers("METADATA")) {
            folders.forEach(task -> names.put(task.folder().raw(), task.name()));
        }
        Optional<String> why = Optional.empty();
        for (Map.Entry<String, String> each : names.entrySet()) {
            Optional<String> refusal = read(client, each.getKey(), each.getValue());
            why = why.or(() -> refusal);
        }
        return why;
    }

    /** True where a script was named. */
    boolean found() {
        return found;
    }

    private Optional<String> read(ImapClient client, String raw, String folder) throws ImapException {
        try {
            boolean run = areRun(client);
            client.scripts(raw).forEach(script -> deliver(script, raw, folder,
                    run && script.isStandard() ? Set.of() : EnumSet.of(RuleTrait.INACTIVE_SCRIPT)));
            return Optional.empty();
        } catch (ImapException e) {
            if (e.problem() != Problem.REFUSED) {
                throw e;
            }
            return Optional.of(e.getMessage());
        }
    }

    private void deliver(ScriptAnnotation script, String raw, String folder, Set<RuleTrait> traits) {
        found = true;
        String bytes = script.script().orElse("");
        EvidenceRef ref = new EvidenceRef(source, "metadata:" + folder + ":" + ServerText.shown(script.entry()), Optional.empty());
        if (sink.admit(Fingerprint.of("imap-metadata", mailbox.text(), raw, script.entry(), bytes))) {
            // Not the bare name: a script that is not in force would stand in for the one that is.
            sink.accept(new MailboxRule(new Origin(Optional.of(mailbox), Optional.empty(), ref), PREFIX + ServerText.shown(bytes),
                    true, List.of(), List.of(), false, traits, Change.PRESENT, Actor.UNKNOWN));
        }
    }
}
