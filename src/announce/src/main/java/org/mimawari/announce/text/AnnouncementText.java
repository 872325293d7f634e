package org.mimawari.announce.text;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mimawari.announce.Announcement;
import org.mimawari.evidence.Words;
import org.mimawari.incident.IncidentStatus;
import org.mimawari.incident.KnownIncident;
import org.mimawari.indicator.Level;
import org.mimawari.report.wording.FindingText;
import org.mimawari.report.wording.Language;
import org.mimawari.report.wording.Phrasing;
import org.mimawari.report.wording.VisibleText;
import org.mimawari.report.wording.Wording;

/** Words announcements in one language and zone: the gravest incidents one by one, the rest as counts. */
public final class AnnouncementText {

    /** As many incidents as anybody reads in one message. */
    public static final int MOST_ITEMS = 20;
    private static final int MOST_FAILURES = 10;
    private static final int MOST_SENTENCES = 5;
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_SUBJECT = 180;

    /** What is news now before what is over; then the gravest; the id settles the rest. */
    private static final Comparator<KnownIncident> GRAVEST_FIRST = Comparator
            .comparing((KnownIncident incident) -> incident.status() == IncidentStatus.RESOLVED)
            .thenComparing(KnownIncident::level, Comparator.reverseOrder())
            .thenComparing(KnownIncident::score, Comparator.reverseOrder())
            .thenComparing(KnownIncident::mailbox).thenComparing(KnownIncident::id);

    private final Phrasing phrasing;
    private final Wording wording;
    private final FindingText findings;

    public AnnouncementText(Language language, ZoneId zone) {
        // An offset of zero calls itself Z, which no reader calls a zone.
        this.phrasing = new Phrasing(language, zone.equals(ZoneOffset.UTC) ? ZoneId.of("UTC") : zone);
        this.wording = phrasing.wording();
        this.findings = new FindingText(phrasing);
    }

    public Language language() {
        return phrasing.language();
    }

    /** @param most how many incidents in words, at most {@value #MOST_ITEMS} */
    public Digest digest(Announcement announcement, int most) {
        List<KnownIncident> ordered = gravestFirst(announcement.changes());
        int shown = Math.min(Math.min(most, MOST_ITEMS), ordered.size());
        return new Digest(subject(announcement, ordered), counts(announcement.changes()),
                ordered.subList(0, shown).stream().map(this::item).toList(),
                remainder(ordered.subList(shown, ordered.size())), failures(announcement.failures()),
                footer(announcement));
    }

    public static List<KnownIncident> gravestFirst(List<KnownIncident> incidents) {
        return incidents.stream().sorted(GRAVEST_FIRST).toList();
    }

    /** Status, level with score, and mailbox. */
    public String heading(KnownIncident incident) {
        return wording.phrase("announce.heading", status(incident.status()), wording.of(incident.level()),
                Phrasing.score(incident.score()), mailbox(incident));
    }

    public String subject(Announcement announcement) {
        return subject(announcement, gravestFirst(announcement.changes()));
    }

    private String subject(Announcement announcement, List<KnownIncident> ordered) {
        String tenant = shown(announcement.tenant());
        if (ordered.isEmpty()) {
            return line(wording.phrase("announce.subject.failure", tenant));
        }
        KnownIncident first = ordered.get(0);
        String what = ordered.size() == 1
                ? wording.phrase("announce.subject.single", status(first.status()), wording.of(first.level()),
                        mailbox(first))
                : wording.phrase("announce.subject.many", counts(ordered), highest(ordered));
        return line(wording.phrase("announce.subject", tenant, what));
    }

    private String highest(List<KnownIncident> incidents) {
        return wording.of(incidents.stream().map(KnownIncident::level).max(Comparator.naturalOrder())
                .orElse(Level.INFO));
    }

    private String counts(List<KnownIncident> incidents) {
        Map<IncidentStatus, Long> byStatus = incidents.stream().collect(Collectors.groupingBy(KnownIncident::status,
                () -> new EnumMap<>(IncidentStatus.class), Collectors.counting()));
        return byStatus.entrySet().stream()
                .map(entry -> count(status(entry.getKey()), entry.getValue()))
                .collect(Collectors.joining(wording.phrase("list.separator")));
    }

    private Digest.Item item(KnownIncident incident) {
        List<String> facts = new ArrayList<>();
        if (incident.when().isKnown()) {
            facts.add(wording.phrase("announce.when", phrasing.range(incident.when())));
        }
        if (!incident.indicators().isEmpty()) {
            facts.add(wording.phrase("announce.signs", signs(incident)));
        }
        if (!incident.response().isEmpty() && incident.status() != IncidentStatus.RESOLVED) {
            facts.add(wording.phrase("announce.steps", incident.response().stream().map(wording::of)
                    .collect(Collectors.joining(wording.phrase("list.steps")))));
        }
        facts.add(wording.phrase("announce.id", shown(incident.id())));
        return new Digest.Item(line(heading(incident)), facts, incident.sentences().stream().limit(MOST_SENTENCES)
                .map(AnnouncementText::sentence).toList());
    }

    /** The titles of the indicators, in the reader's language whatever the sentences are written in. */
    private String signs(KnownIncident incident) {
        return phrasing.list(incident.indicators().stream().map(id -> shown(findings.title(id))).distinct().toList());
    }

    private List<String> remainder(List<KnownIncident> rest) {
        if (rest.isEmpty()) {
            return List.of();
        }
        Map<Level, Long> byLevel = rest.stream().collect(Collectors.groupingBy(KnownIncident::level,
                () -> new TreeMap<>(Comparator.reverseOrder()), Collectors.counting()));
        String levels = byLevel.entrySet().stream().map(entry -> count(wording.of(entry.getKey()), entry.getValue()))
                .collect(Collectors.joining(wording.phrase("list.separator")));
        return List.of(wording.phrase("announce.more", Phrasing.number(rest.size()), counts(rest), levels));
    }

    private List<String> failures(List<String> failures) {
        List<String> lines = new ArrayList<>(failures.stream().limit(MOST_FAILURES)
                .map(this::failure).toList());
        if (failures.size() > MOST_FAILURES) {
            lines.add(wording.phrase("announce.more-failures", Phrasing.number(failures.size() - MOST_FAILURES)));
        }
        return lines;
    }

    /** A sentence about the round itself or an announcement, in the reader's language. */
    public String failure(String english) {
        return sentence(wording.reason(english));
    }

    private List<String> footer(Announcement announcement) {
        return List.of(
                wording.phrase("announce.at", phrasing.moment(announcement.at()), phrasing.zone(announcement.at())),
                wording.phrase("announce.footer", shown(announcement.id())));
    }

    private String count(String name, long number) {
        return wording.phrase("announce.count", name, Phrasing.number(number));
    }

    private String status(IncidentStatus status) {
        return wording.phrase("announce.status." + Words.of(status));
    }

    private String mailbox(KnownIncident incident) {
        return incident.mailbox().isEmpty() ? wording.phrase("mailbox.none") : shown(incident.mailbox());
    }

    private static String shown(String text) {
        return unlinked(VisibleText.of(text, LONGEST_NAME));
    }

    private static String sentence(String text) {
        return unlinked(VisibleText.of(text, FindingText.LONGEST));
    }

    /** Mail readers and chats make links of what looks like one, and the attacker may have written it. */
    private static String unlinked(String text) {
        return text.replace("://", "[:]//").replace("www.", "www[.]");
    }

    private static String line(String text) {
        return VisibleText.of(text, LONGEST_SUBJECT);
    }

    /** What stands above the sentences about the round itself. */
    public String failureHeading() {
        return wording.phrase("announce.failures");
    }

    /** For a recipient who is suspected, and therefore not written to. */
    public String leftOut(String address) {
        return wording.phrase("announce.left-out", shown(address));
    }
}
