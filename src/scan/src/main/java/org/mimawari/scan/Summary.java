package org.mimawari.scan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Gap;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.TimeRange;
import org.mimawari.incident.Incident;
import org.mimawari.incident.IncidentBuilder;
import org.mimawari.incident.Verdict;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;

/** Builds the incidents of all mailboxes, links them, and gives the verdicts. */
final class Summary {

    private final ScanSettings settings;
    private final CoveredKinds covered;
    private final Collection<JudgedMailbox> mailboxes;
    private final ReachGathering reaches;
    private final IncidentBuilder builder = new IncidentBuilder();

    Summary(ScanSettings settings, CoveredKinds covered, Collection<JudgedMailbox> mailboxes, ReachGathering reaches) {
        this.settings = settings;
        this.covered = covered;
        this.mailboxes = mailboxes;
        this.reaches = reaches;
    }

    ScanResult result(RunFacts run, Ledger ledger, List<Coverage> coverage, List<NotAssessedEntry> notAssessed,
            List<Finding> suppressed, List<ScanResult.Note> notes) {
        List<Incident> incidents = new ArrayList<>();
        List<MailboxResult> results = new ArrayList<>();
        for (JudgedMailbox mailbox : mailboxes) {
            List<Incident> own = incidents(mailbox);
            incidents.addAll(own);
            if (mailbox.isReported() || hasIncident(own)) {
                mailbox.address().ifPresent(address -> results.add(result(mailbox, address, own)));
            }
        }
        incidents.sort(Comparator.comparingDouble(Incident::score).reversed().thenComparing(Incident::id));
        results.sort(Comparator.comparingDouble(MailboxResult::score).reversed()
                .thenComparing(MailboxResult::address));
        List<Finding> findings = mailboxes.stream().flatMap(mailbox -> mailbox.findings().stream())
                .sorted(Comparator.comparing((Finding f) -> f.mailbox().map(MailboxAddress::text).orElse(""))
                        .thenComparing(f -> f.when().from().orElse(Instant.MIN))
                        .thenComparing(Finding::id)).toList();
        List<Gap> missing = results.isEmpty() ? covered.incomplete(settings.required(), Optional.empty())
                : results.stream().flatMap(result -> result.missing().stream()).distinct().sorted().toList();
        return new ScanResult(run, verdict(results, incidents), ledger.counts(), ledger.rejections(), coverage, results,
                incidents, findings, notAssessed, missing, List.copyOf(suppressed), List.copyOf(notes),
                reaches.of(incidents));
    }

    private List<Incident> incidents(JudgedMailbox mailbox) {
        return builder.incidents(mailbox.address(), mailbox.findings()).stream()
                .filter(incident -> incident.score() > 0).toList();
    }

    private static boolean hasIncident(List<Incident> incidents) {
        return incidents.stream().anyMatch(incident -> incident.level().isAtLeast(Level.MEDIUM));
    }

    private MailboxResult result(JudgedMailbox mailbox, MailboxAddress address, List<Incident> incidents) {
        Optional<Incident> gravest = incidents.stream().max(Comparator.comparingDouble(Incident::score)
                .thenComparing(Incident::id));
        List<Gap> missing = covered.incomplete(settings.required(), Optional.of(address));
        Level level = gravest.map(Incident::level).orElse(Level.INFO);
        TimeRange when = TimeRange.UNKNOWN;
        for (Incident incident : incidents) {
            if (incident.level().isAtLeast(Level.MEDIUM) || incidents.size() == 1) {
                when = when.including(incident.when());
            }
        }
        return new MailboxResult(address, mailbox.aliases(), mailbox.kind(), Verdict.of(level, missing.isEmpty()), level,
                gravest.map(Incident::score).orElse(0.0), incidents.stream().map(Incident::id).toList(), when.from(),
                when.to(), missing);
    }

    /** The worst mailbox decides; with nothing found, one mailbox that cannot be judged makes it "cannot say". */
    private Verdict verdict(List<MailboxResult> results, List<Incident> incidents) {
        Level worst = incidents.stream().map(Incident::level).max(Comparator.naturalOrder()).orElse(Level.INFO);
        boolean complete = !results.isEmpty() && results.stream().allMatch(result -> result.missing().isEmpty());
        return Verdict.of(worst, complete);
    }
}
