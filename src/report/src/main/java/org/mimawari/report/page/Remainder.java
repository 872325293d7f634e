package org.mimawari.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.Gap;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.Words;
import org.mimawari.incident.Incident;
import org.mimawari.indicator.Finding;
import org.mimawari.report.summary.Affected;
import org.mimawari.report.wording.Phrasing;
import org.mimawari.scan.MailboxResult;
import org.mimawari.scan.NotAssessedEntry;
import org.mimawari.scan.ScanResult;

/** What stands beside the incidents: quiet mailboxes, weaker signs, accepted findings, indicators not assessed. */
public record Remainder(
        List<QuietRow> quiet,
        String quietTitle,
        String moreQuiet,
        List<SignRow> signs,
        List<AcceptedRow> accepted,
        String moreAccepted,
        List<UnassessedRow> unassessed,
        String unassessedTitle) {

    /** A mailbox without an incident. */
    public record QuietRow(String name, String kind, String tone, String verdict) {}

    /** An indicator that fired outside the incidents shown, and in which mailboxes. */
    public record SignRow(String title, String indicator, String count, String mailboxes) {}

    /** A finding the operator accepted. */
    public record AcceptedRow(String mailbox, String title, String text) {}

    /** An indicator that could not be assessed. */
    public record UnassessedRow(String title, String indicator, String mailboxes, String missing) {}

    private static final Comparator<Map.Entry<String, List<Finding>>> HEAVIEST_FIRST = Comparator
            .comparingDouble((Map.Entry<String, List<Finding>> entry) -> heaviest(entry.getValue())).reversed()
            .thenComparing(Map.Entry::getKey);
    private static final int MOST = 1_000;
    private static final int MOST_ACCEPTED = 200;

    static Remainder of(ScanResult result, List<Incident> shown, Voice voice) {
        Set<MailboxAddress> affected = new HashSet<>();
        Affected.in(result).forEach(each -> each.address().ifPresent(affected::add));
        List<MailboxResult> quiet = result.mailboxes().stream()
                .filter(mailbox -> !affected.contains(mailbox.address())).toList();
        List<QuietRow> rows = quiet.stream().limit(MOST).map(mailbox -> quiet(mailbox, voice)).toList();
        int hidden = quiet.size() - rows.size();
        int more = result.suppressed().size() - MOST_ACCEPTED;
        List<UnassessedRow> unassessed = unassessed(result, voice);
        return new Remainder(rows, quiet.isEmpty() ? "" : voice.counted("label.quiet-mailboxes", quiet.size()),
                hidden == 0 ? "" : voice.counted("label.more-rows", hidden), signs(result, shown, voice),
                result.suppressed().stream().limit(MOST_ACCEPTED).map(finding -> accepted(finding, voice)).toList(),
                more <= 0 ? "" : voice.counted("label.more-rows", more), unassessed,
                voice.counted("label.indicators", unassessed.size()));
    }

    private static QuietRow quiet(MailboxResult mailbox, Voice voice) {
        return new QuietRow(Voice.name(mailbox.address().text()), voice.wording().of(mailbox.kind()),
                Words.of(mailbox.verdict()), voice.wording().of(mailbox.verdict()));
    }

    private static AcceptedRow accepted(Finding finding, Voice voice) {
        return new AcceptedRow(voice.name(finding.mailbox()), voice.texts().title(finding.indicator().id()),
                Voice.remark(voice.texts().sentence(finding)));
    }

    private static List<SignRow> signs(ScanResult result, List<Incident> shown, Voice voice) {
        Set<String> told = new HashSet<>();
        shown.forEach(incident -> incident.findings().forEach(finding -> told.add(finding.id())));
        result.suppressed().forEach(finding -> told.add(finding.id()));
        Map<String, List<Finding>> byIndicator = new TreeMap<>();
        result.findings().stream().filter(finding -> !told.contains(finding.id())).forEach(finding ->
                byIndicator.computeIfAbsent(finding.indicator().id(), any -> new ArrayList<>()).add(finding));
        return byIndicator.entrySet().stream()
                .sorted(HEAVIEST_FIRST)
                .map(entry -> sign(entry.getKey(), entry.getValue(), voice)).toList();
    }

    private static double heaviest(List<Finding> findings) {
        return findings.stream().mapToDouble(Finding::points).max().orElse(0);
    }

    private static SignRow sign(String indicator, List<Finding> findings, Voice voice) {
        List<String> mailboxes = findings.stream().map(finding -> voice.name(finding.mailbox())).distinct().toList();
        return new SignRow(voice.texts().title(indicator), indicator, Phrasing.number(findings.size()),
                voice.phrasing().list(mailboxes));
    }

    private static List<UnassessedRow> unassessed(ScanResult result, Voice voice) {
        Map<String, List<NotAssessedEntry>> byIndicator = new TreeMap<>();
        result.notAssessed().forEach(entry ->
                byIndicator.computeIfAbsent(entry.indicator(), any -> new ArrayList<>()).add(entry));
        return byIndicator.entrySet().stream()
                .map(entry -> unassessed(entry.getKey(), entry.getValue(), voice)).toList();
    }

    private static UnassessedRow unassessed(String indicator, List<NotAssessedEntry> entries, Voice voice) {
        Set<EvidenceKind> kinds = new TreeSet<>();
        Set<String> mailboxes = new LinkedHashSet<>();
        for (NotAssessedEntry entry : entries) {
            entry.missing().stream().map(Gap::kind).forEach(kinds::add);
            entry.mailbox().ifPresent(mailbox -> mailboxes.add(Voice.name(mailbox.text())));
        }
        boolean isEverywhere = entries.stream().anyMatch(entry -> entry.mailbox().isEmpty());
        return new UnassessedRow(voice.texts().title(indicator), indicator,
                isEverywhere ? voice.wording().phrase("label.all-mailboxes")
                        : voice.phrasing().list(List.copyOf(mailboxes)),
                voice.phrasing().list(kinds.stream().map(voice.wording()::of).toList()));
    }
}
