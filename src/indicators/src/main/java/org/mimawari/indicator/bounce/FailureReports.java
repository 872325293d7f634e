package org.mimawari.indicator.bounce;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.mimawari.evidence.FailedRecipient;
import org.mimawari.evidence.NonDeliveryReport;
import org.mimawari.evidence.OriginalMessage;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.indicator.outgoing.Mailing;
import org.mimawari.indicator.outgoing.Outgoing;
import org.mimawari.indicator.outgoing.Subjects;

/** The reports of final failures in order of time; what is only late, delivered or passed on is left out (RFC 3464). */
final class FailureReports {

    private static final Duration BEFORE = Duration.ofDays(7);

    private final Provenance provenance;
    private final Map<String, NavigableMap<Instant, Mailing>> bySubject = new HashMap<>();
    private final List<FailureReport> reports;

    FailureReports(Outgoing outgoing, OwnDomains own) {
        this.provenance = new Provenance(outgoing, own);
        outgoing.mailings().stream().filter(Mailing::inSentFolder).forEach(mailing -> mailing.message().subject()
                .map(Subjects::normalised).filter(subject -> !subject.isEmpty()).ifPresent(subject -> bySubject
                        .computeIfAbsent(subject, any -> new TreeMap<>()).put(mailing.time(), mailing)));
        this.reports = once(outgoing.evidence().nonDeliveryReports().stream().map(this::judged)
                .filter(report -> !report.failed().isEmpty()).toList());
    }

    /** What the log of a server says it returned, and what lies in the mailbox, is one report: the mailbox shows more. */
    private static List<FailureReport> once(List<FailureReport> all) {
        Set<Returned> inMailbox = new HashSet<>();
        all.stream().filter(report -> !isOfLog(report)).forEach(report -> inMailbox.add(Returned.of(report)));
        return all.stream().filter(report -> !isOfLog(report) || !inMailbox.contains(Returned.of(report))).toList();
    }

    private static boolean isOfLog(FailureReport report) {
        OriginalMessage original = report.report().original();
        return original.messageId().isPresent() && report.report().reportingServer().isEmpty()
                && original.received().isEmpty();
    }

    private record Returned(Optional<String> original, List<String> recipients) {

        static Returned of(FailureReport report) {
            return new Returned(report.report().original().messageId(), report.failed().stream().sorted().toList());
        }
    }

    List<FailureReport> list() {
        return reports;
    }

    Provenance provenance() {
        return provenance;
    }

    private FailureReport judged(NonDeliveryReport report) {
        Optional<Mailing> original = report.original().messageId().map(provenance::find)
                .orElseGet(() -> bySubject(report));
        Provenance.Verdict verdict = original.isPresent() ? Provenance.Verdict.OURS : provenance.of(report);
        return new FailureReport(report, failed(report), verdict, original);
    }

    /** A provider that quotes no Message-ID mostly quotes the subject. */
    private Optional<Mailing> bySubject(NonDeliveryReport report) {
        Instant time = report.time().orElse(Instant.MAX);
        return report.original().subject().map(Subjects::normalised)
                .flatMap(subject -> Optional.ofNullable(bySubject.getOrDefault(subject, new TreeMap<>())
                        .floorEntry(time)))
                .filter(entry -> time.equals(Instant.MAX) || entry.getKey().isAfter(time.minus(BEFORE)))
                .map(Map.Entry::getValue);
    }

    private static List<String> failed(NonDeliveryReport report) {
        if (report.failures().isEmpty()) {
            return List.of("");
        }
        return report.failures().stream().filter(FailureReports::isFinal)
                .map(failure -> failure.recipient().orElse("").toLowerCase(Locale.ROOT)).distinct().toList();
    }

    private static boolean isFinal(FailedRecipient failure) {
        Optional<String> action = failure.action().map(text -> text.strip().toLowerCase(Locale.ROOT));
        if (action.isPresent()) {
            return action.get().equals("failed");
        }
        String code = failure.status().or(failure::reply).orElse("5");
        return code.startsWith("5");
    }
}
