package org.mimawari.report.summary;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.TimeRange;
import org.mimawari.incident.Incident;
import org.mimawari.indicator.Fact;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;
import org.mimawari.scan.ScanResult;

/**
 * The numbers a manager asks for, over all incidents from level MEDIUM. They come from the facts of findings, by name;
 * several findings of a mailbox mostly count the same messages, so the largest counts, and mailboxes are added up.
 *
 * @param settings rules, forwarding and other settings that were changed or found
 * @param when from the first to the last sign
 */
public record Counters(
        Optional<Long> messages,
        Optional<Long> recipients,
        Optional<Long> external,
        Optional<Long> newRecipients,
        Optional<Long> bounced,
        Optional<Long> accessed,
        long settings,
        TimeRange when) {

    private static final List<String> MESSAGES = List.of("messages", "sent", "count", "mails");
    private static final List<String> RECIPIENTS = List.of("recipients", "totalRecipients", "total");
    private static final List<String> EXTERNAL = List.of("external", "externalRecipients", "outside");
    private static final List<String> NEW = List.of("newRecipients", "new", "strangers", "novel");
    private static final List<String> BOUNCED = List.of("bounced", "bounces", "failures", "failed", "reports",
            "recipients", "count");
    private static final List<String> ACCESSED = List.of("items", "messages", "read", "accessed", "count");

    public static Counters of(ScanResult result) {
        List<Incident> incidents = result.incidents().stream()
                .filter(incident -> incident.level().isAtLeast(Level.MEDIUM)).toList();
        List<Finding> findings = incidents.stream().flatMap(incident -> incident.findings().stream())
                .filter(finding -> finding.points() > 0).toList();
        TimeRange when = TimeRange.UNKNOWN;
        for (Incident incident : incidents) {
            when = when.including(incident.when());
        }
        long settings = findings.stream().filter(Counters::isSetting).map(Finding::pattern).distinct().count();
        return new Counters(total(findings, Family.SENT, MESSAGES), total(findings, Family.SENT, RECIPIENTS),
                total(findings, Family.SENT, EXTERNAL), total(findings, Family.SENT, NEW),
                total(findings, Family.BOUNCE, BOUNCED), total(findings, Family.EXFIL, ACCESSED), settings, when);
    }

    private static boolean isSetting(Finding finding) {
        Family family = finding.indicator().family();
        return family == Family.RULES || family == Family.FORWARDING;
    }

    private static Optional<Long> total(Collection<Finding> findings, Family family, List<String> names) {
        Map<Optional<MailboxAddress>, Long> largest = new HashMap<>();
        for (Finding finding : findings) {
            if (finding.indicator().family() == family) {
                number(finding, names).ifPresent(value -> largest.merge(finding.mailbox(), value, Math::max));
            }
        }
        return largest.isEmpty() ? Optional.empty()
                : Optional.of(largest.values().stream().mapToLong(Long::longValue).sum());
    }

    private static Optional<Long> number(Finding finding, List<String> names) {
        for (String name : names) {
            Optional<Fact> fact = finding.reason().find(name);
            if (fact.isPresent() && fact.get() instanceof Fact.Number number) {
                return Optional.of(number.value());
            }
        }
        return Optional.empty();
    }
}
