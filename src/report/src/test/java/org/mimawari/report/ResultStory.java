package org.mimawari.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.Gap;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.evidence.TimeRange;
import org.mimawari.incident.Incident;
import org.mimawari.incident.IncidentBuilder;
import org.mimawari.incident.Verdict;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;
import org.mimawari.scan.EvidenceCount;
import org.mimawari.scan.MailboxResult;
import org.mimawari.scan.NotAssessedEntry;
import org.mimawari.scan.Reach;
import org.mimawari.scan.ReachedRecipient;
import org.mimawari.scan.Rejection;
import org.mimawari.scan.RunFacts;
import org.mimawari.scan.ScanResult;

/** Tells the result of a scan, so that tests of reports read as incidents. */
public final class ResultStory {

    private static final Instant START = Instant.parse("2024-05-07T00:30:00Z");

    private final Map<MailboxAddress, MailboxKind> mailboxes = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Coverage> coverage = new ArrayList<>();
    private final List<Gap> missing = new ArrayList<>();
    private final List<NotAssessedEntry> notAssessed = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private final List<Finding> suppressed = new ArrayList<>();
    private final List<ScanResult.Note> notes = new ArrayList<>();
    private final List<Reach> reach = new ArrayList<>();
    private Instant started = START;
    private long records;

    private ResultStory() {}

    public static ResultStory scan() {
        return new ResultStory();
    }

    /** A finding as an indicator would make it. */
    public static FindingStory finding(String indicator) {
        return new FindingStory(indicator);
    }

    public ResultStory startedAt(String time) {
        started = Instant.parse(time);
        return this;
    }

    public ResultStory mailbox(String address, MailboxKind kind) {
        mailboxes.put(new MailboxAddress(address), kind);
        return this;
    }

    public ResultStory finds(FindingStory... stories) {
        for (FindingStory story : stories) {
            Finding finding = story.finding();
            findings.add(finding);
            finding.mailbox().ifPresent(mailbox -> mailboxes.putIfAbsent(mailbox, MailboxKind.PERSON));
        }
        return this;
    }

    public ResultStory suppresses(FindingStory story) {
        suppressed.add(story.finding());
        return finds(story);
    }

    public ResultStory reads(String source, String takenFor, EvidenceKind kind, long count) {
        coverage.add(new Coverage(source, takenFor, kind, Optional.empty(), Coverage.State.COLLECTED, Optional.empty(),
                Optional.of(Instant.parse("2024-04-01T00:00:00Z")), Optional.of(Instant.parse("2024-05-06T14:59:00Z")),
                count));
        records += count;
        return this;
    }

    public ResultStory readsPartly(String source, String takenFor, EvidenceKind kind, String reason) {
        coverage.add(new Coverage(source, takenFor, kind, Optional.empty(), Coverage.State.PARTIAL,
                Optional.of(reason), Optional.empty(), Optional.empty(), 0));
        return this;
    }

    public ResultStory cannotRead(String source, EvidenceKind kind, String reason) {
        coverage.add(new Coverage(source, "unreachable", kind, Optional.empty(), Coverage.State.NOT_COLLECTED,
                Optional.of(reason), Optional.empty(), Optional.empty(), 0));
        return this;
    }

    public ResultStory lacks(EvidenceKind kind, String reason) {
        missing.add(new Gap(kind, reason));
        return this;
    }

    public ResultStory cannotAssess(String indicator, EvidenceKind kind) {
        notAssessed.add(new NotAssessedEntry(indicator, Optional.empty(),
                List.of(new Gap(kind, "no source of it was given"))));
        return this;
    }

    /** A file of which nothing could be read. */
    public ResultStory rejectsFile(String name, String why) {
        rejections.add(new Rejection(new EvidenceRef(name, "file", Optional.empty()), why));
        return this;
    }

    public ResultStory rejects(String source, int line, String why) {
        rejections.add(new Rejection(EvidenceRef.line(source, line), why));
        return this;
    }

    public ResultStory notes(String id, String value) {
        notes.add(new ScanResult.Note(id, value));
        return this;
    }

    /** Mail left the mailbox from that moment on: so many messages in each five minutes. */
    public ResultStory sends(String address, String from, int... messages) {
        List<Reach.Slot> slots = new ArrayList<>();
        for (int i = 0; i < messages.length; i++) {
            if (messages[i] > 0) {
                slots.add(new Reach.Slot(Instant.parse(from).plus(Reach.SLOT.multipliedBy(i)), messages[i]));
            }
        }
        reach.add(new Reach(new MailboxAddress(address), slots, List.of(), 0, 0));
        return this;
    }

    /** The mail of the mailbox told last reached these. */
    public ResultStory reaches(long unnamed, long cut, ReachedRecipient... recipients) {
        Reach last = reach.remove(reach.size() - 1);
        reach.add(new Reach(last.mailbox(), last.slots(), List.of(recipients), unnamed, cut));
        return this;
    }

    public ScanResult result() {
        List<Incident> incidents = new ArrayList<>();
        List<MailboxResult> results = new ArrayList<>();
        mailboxes.forEach((address, kind) -> {
            List<Incident> own = incidents(Optional.of(address));
            incidents.addAll(own);
            results.add(result(address, kind, own));
        });
        incidents.addAll(incidents(Optional.empty()));
        incidents.sort(Comparator.comparingDouble(Incident::score).reversed().thenComparing(Incident::id));
        results.sort(Comparator.comparingDouble(MailboxResult::score).reversed().thenComparing(MailboxResult::address));
        findings.sort(Comparator.comparing((Finding f) -> f.mailbox().map(MailboxAddress::text).orElse(""))
                .thenComparing(f -> f.when().from().orElse(Instant.MIN)).thenComparing(Finding::id));
        Level worst = incidents.stream().map(Incident::level).max(Comparator.naturalOrder()).orElse(Level.INFO);
        RunFacts run = new RunFacts("R-18f5", started, started.plusSeconds(42), "0.1.0", List.of("Shop Example"));
        return new ScanResult(run, Verdict.of(worst, missing.isEmpty() && !results.isEmpty()),
                new EvidenceCount(records + 40 + rejections.size(), records, 40, rejections.size()), rejections,
                coverage, results, incidents, List.copyOf(findings), notAssessed, missing, suppressed, notes, reach);
    }

    private List<Incident> incidents(Optional<MailboxAddress> mailbox) {
        List<Finding> own = findings.stream().filter(finding -> finding.mailbox().equals(mailbox)).toList();
        return new IncidentBuilder().incidents(mailbox, own).stream().filter(each -> each.score() > 0).toList();
    }

    private MailboxResult result(MailboxAddress address, MailboxKind kind, List<Incident> own) {
        Optional<Incident> gravest = own.stream().max(Comparator.comparingDouble(Incident::score));
        Level level = gravest.map(Incident::level).orElse(Level.INFO);
        TimeRange when = gravest.map(Incident::when).orElse(TimeRange.UNKNOWN);
        return new MailboxResult(address, List.of(), kind, Verdict.of(level, missing.isEmpty()), level,
                gravest.map(Incident::score).orElse(0.0), own.stream().map(Incident::id).toList(), when.from(),
                when.to(), missing);
    }
}
