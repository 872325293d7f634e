package org.mimawari.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.TimeRange;
import org.mimawari.indicator.Fact;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;
import org.mimawari.report.wording.Phrasing;
import org.mimawari.report.wording.VisibleText;
import org.mimawari.scan.Reach;
import org.mimawari.scan.ScanResult;

/**
 * {@code notice.en.txt} and {@code notice.ja.txt}: the first notice to the recipients, filled in as far as the evidence
 * goes, for a person to complete and send. It calls possible what the evidence does not prove.
 */
public final class Notice {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)\\}");
    private static final int MOST_SUBJECTS = 5;
    private static final int LONGEST = 100;
    private static final List<String> SUBJECTS = List.of("subject", "subjects");

    private final Phrasing phrasing;

    public Notice(ReportOptions options) {
        this.phrasing = options.phrasing();
    }

    /**
     * Writes the text in UTF-8; the stream stays open.
     *
     * @throws IOException where the stream cannot be written
     */
    public void write(ScanResult result, OutputStream out) throws IOException {
        List<Reach> told = result.reach().stream().filter(reach -> !reach.recipients().isEmpty()).toList();
        String text = told.isEmpty() ? phrasing.wording().phrase("notice.nobody") + "\n"
                : filled(template(), values(told, result));
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** What was put in is never read again: a subject may hold braces. */
    private static String filled(String template, Map<String, String> values) {
        return PLACE.matcher(template).replaceAll(found -> Matcher.quoteReplacement(
                values.getOrDefault(found.group(1), found.group())));
    }

    private Map<String, String> values(List<Reach> told, ScanResult result) {
        List<String> domains = told.stream().map(reach -> reach.mailbox().domain()).distinct()
                .map(domain -> VisibleText.of(domain, LONGEST)).toList();
        return Map.of(
                "domain", String.join(", ", domains),
                "mailboxes", told.stream().map(reach -> line(reach, result)).collect(Collectors.joining("\n")),
                "external", Phrasing.number(told.stream().flatMap(reach -> reach.suspicious().stream())
                        .filter(each -> each.external()).map(each -> each.address()).distinct().count()),
                "subjects", subjects(told, result),
                "zone", phrasing.zone(result.run().startedAt()));
    }

    private String line(Reach reach, ScanResult result) {
        return phrasing.wording().phrase("notice.mailbox", VisibleText.of(reach.mailbox().text(), LONGEST),
                phrasing.range(when(reach.mailbox(), result)));
    }

    private static TimeRange when(MailboxAddress mailbox, ScanResult result) {
        TimeRange when = TimeRange.UNKNOWN;
        for (Finding finding : (Iterable<Finding>) sending(mailbox, result)::iterator) {
            when = when.including(finding.when());
        }
        return when;
    }

    private static Stream<Finding> sending(MailboxAddress mailbox, ScanResult result) {
        return result.incidents().stream().filter(incident -> incident.level().isAtLeast(Level.MEDIUM))
                .filter(incident -> incident.mailbox().filter(mailbox::equals).isPresent())
                .flatMap(incident -> incident.findings().stream()).filter(finding -> finding.points() > 0)
                .filter(finding -> finding.indicator().family() == Family.SENT
                        || finding.indicator().family() == Family.BOUNCE);
    }

    /** The subjects that findings name; each may be the attacker's, so it is quoted and cut. */
    private String subjects(List<Reach> told, ScanResult result) {
        Set<String> subjects = new LinkedHashSet<>();
        told.stream().flatMap(reach -> sending(reach.mailbox(), result)).forEach(finding -> SUBJECTS.stream()
                .flatMap(name -> finding.reason().find(name).stream()).flatMap(Notice::texts).filter(text -> !text.isBlank())
                .map(text -> VisibleText.of(text, LONGEST)).forEach(subjects::add));
        return subjects.isEmpty() ? phrasing.wording().phrase("notice.no-subject") : subjects.stream().sorted().limit(MOST_SUBJECTS)
                .map(subject -> phrasing.wording().phrase("notice.subject", subject)).collect(Collectors.joining("\n"));
    }

    private static Stream<String> texts(Fact fact) {
        if (fact instanceof Fact.Text text) {
            return Stream.of(text.value());
        }
        return fact instanceof Fact.Texts several ? several.values().stream() : Stream.empty();
    }

    private String template() {
        String name = "notice." + phrasing.language().tag() + ".txt";
        try (InputStream in = Notice.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the packaged text " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the packaged text " + name, e);
        }
    }
}
