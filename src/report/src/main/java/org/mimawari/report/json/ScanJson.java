package org.mimawari.report.json;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.Gap;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.Words;
import org.mimawari.indicator.Finding;
import org.mimawari.report.wording.FindingText;
import org.mimawari.report.wording.Phrasing;
import org.mimawari.scan.EvidenceCount;
import org.mimawari.scan.MailboxResult;
import org.mimawari.scan.NotAssessedEntry;
import org.mimawari.scan.Reach;
import org.mimawari.scan.ReachedRecipient;
import org.mimawari.scan.Rejection;
import org.mimawari.scan.RunFacts;
import org.mimawari.scan.ScanResult;

/** Writes a whole result as {@code report.json}, schema version {@value #VERSION}. */
public final class ScanJson {

    private static final int VERSION = 1;

    private final SafeJson json;
    private final Phrasing phrasing;
    private final FindingText texts;

    private ScanJson(SafeJson json, Phrasing phrasing) {
        this.json = json;
        this.phrasing = phrasing;
        this.texts = new FindingText(phrasing);
    }

    /** Writes the result; the stream stays open. */
    public static void write(ScanResult result, Phrasing phrasing, OutputStream out) throws IOException {
        try (SafeJson json = SafeJson.indented(out)) {
            json.begin();
            new ScanJson(json, phrasing).write(result);
            json.end();
        }
    }

    private void write(ScanResult result) throws IOException {
        FindingJson findings = new FindingJson(json, texts);
        IncidentJson incidents = new IncidentJson(json, phrasing.wording());
        String tenant = String.join(", ", result.run().tenants());
        json.number("schemaVersion", VERSION);
        run(result.run());
        json.text("language", phrasing.language().tag());
        json.text("verdict", result.verdict().name());
        evidence(result.evidence());
        json.list("missing", result.missing(), this::gap);
        json.list("notes", result.notes(), this::note);
        json.list("coverage", result.coverage(), piece -> coverage(tenant, piece));
        json.list("mailboxes", result.mailboxes(), this::mailbox);
        json.list("sent", result.reach().stream().filter(reach -> !reach.recipients().isEmpty() || reach.unnamed() > 0).toList(),
                this::reach);
        json.list("incidents", result.incidents(), incidents::write);
        json.list("findings", result.findings(), findings::write);
        json.texts("suppressed", ids(result.suppressed()));
        json.list("notAssessed", result.notAssessed(), this::notAssessed);
        json.list("rejections", result.rejections(), this::rejection);
    }

    private void run(RunFacts run) throws IOException {
        json.begin("run");
        json.text("id", run.id());
        json.time("startedAt", Optional.of(run.startedAt()));
        json.time("finishedAt", Optional.of(run.finishedAt()));
        json.text("version", run.version());
        json.texts("tenants", run.tenants());
        json.end();
    }

    private void evidence(EvidenceCount count) throws IOException {
        json.begin("evidence");
        json.number("read", count.read());
        json.number("accepted", count.accepted());
        json.number("duplicate", count.duplicate());
        json.number("rejected", count.rejected());
        json.end();
    }

    private void coverage(String tenant, Coverage piece) throws IOException {
        json.text("tenant", tenant);
        json.text("source", piece.source());
        json.text("takenFor", piece.takenFor());
        json.text("kind", piece.kind().word());
        json.text("mailbox", piece.mailbox().map(MailboxAddress::text));
        json.text("state", Words.of(piece.state()));
        json.text("reason", piece.reason());
        json.time("from", piece.from());
        json.time("to", piece.to());
        json.number("count", piece.count());
    }

    private void mailbox(MailboxResult mailbox) throws IOException {
        json.text("address", mailbox.address().text());
        json.texts("aliases", mailbox.aliases().stream().map(MailboxAddress::text).sorted().toList());
        json.text("kind", Words.of(mailbox.kind()));
        json.text("verdict", mailbox.verdict().name());
        json.text("level", mailbox.level().name());
        json.score("score", mailbox.score());
        json.texts("incidents", mailbox.incidents());
        json.timeOrNull("firstSeen", mailbox.firstSeen());
        json.timeOrNull("lastSeen", mailbox.lastSeen());
        json.list("missing", mailbox.missing(), this::gap);
    }

    private void reach(Reach reach) throws IOException {
        List<ReachedRecipient> named = reach.recipients();
        json.text("mailbox", reach.mailbox().text());
        json.number("recipients", named.size());
        json.number("external", named.stream().filter(ReachedRecipient::external).count());
        json.number("bounced", named.stream().filter(each -> each.bounced() == ReachedRecipient.Bounced.YES).count());
        json.number("replied", named.stream().filter(each -> each.replied() == ReachedRecipient.Replied.YES).count());
        json.number("unnamed", reach.unnamed());
        json.number("cut", reach.cut());
        json.list("peak", reach.peak().stream().toList(), slot -> {
            json.text("from", SafeJson.written(slot.from()));
            json.number("messages", slot.messages());
        });
    }

    private void notAssessed(NotAssessedEntry entry) throws IOException {
        json.text("indicator", entry.indicator());
        json.text("mailbox", entry.mailbox().map(MailboxAddress::text));
        json.list("missing", entry.missing(), this::gap);
    }

    private void gap(Gap gap) throws IOException {
        json.text("kind", gap.kind().word());
        json.text("reason", gap.reason());
    }

    private void note(ScanResult.Note note) throws IOException {
        json.text("id", note.id());
        json.text("value", note.value());
        json.text("text", phrasing.wording().note(note.id(), note.value()));
    }

    private void rejection(Rejection rejection) throws IOException {
        EvidenceRef where = rejection.where();
        json.text("source", where.source());
        json.text("locator", where.locator());
        json.text("recordId", where.recordId());
        json.text("why", rejection.why());
    }

    private static List<String> ids(List<Finding> findings) {
        return findings.stream().sorted(Comparator.comparing((Finding f) -> f.when().from().orElse(Instant.MIN))
                .thenComparing(Finding::id)).map(Finding::id).toList();
    }
}
