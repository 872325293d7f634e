package org.mimawari.report.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.Gap;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.incident.Incident;
import org.mimawari.indicator.Level;
import org.mimawari.report.summary.Affected;
import org.mimawari.report.summary.SystemsSeen;
import org.mimawari.report.wording.Phrasing;
import org.mimawari.report.wording.Wording;
import org.mimawari.scan.MailboxResult;
import org.mimawari.scan.ScanResult;

/** The whole page. */
public record ReportPage(
        Wording words,
        Style style,
        Banner banner,
        List<CounterLine> counters,
        CoverageTable coverage,
        List<MailboxRow> mailboxes,
        String moreMailboxes,
        List<IncidentSection> incidents,
        String moreIncidents,
        Remainder remainder,
        List<IndicatorText> indicators,
        Appendix appendix) {

    private static final long MOST_BYTES = 7_800_000;
    private static final long MOST_FOR_INCIDENTS = 4_000_000;
    private static final long BYTES_OF_A_LINK = 40;

    /** Tells how many bytes a page or a section of it takes. */
    public interface Size {

        long of(ReportPage page);

        long of(IncidentSection section, Wording words);
    }

    /** The page with as many incidents, gravest first, as keep the file below eight megabytes. */
    public static ReportPage of(ScanResult result, Phrasing phrasing, Size size) {
        Voice voice = Voice.of(phrasing, SystemsSeen.in(result.coverage()));
        List<Incident> worth = result.incidents().stream().filter(each -> each.level().isAtLeast(Level.LOW)).toList();
        ReportPage bare = without(result, worth, voice);
        long room = MOST_BYTES - size.of(bare) - BYTES_OF_A_LINK * bare.mailboxes().size();
        Room forIncidents = new Room(Math.min(room, MOST_FOR_INCIDENTS), size);
        return bare.with(sections(result, worth, voice, forIncidents), worth, voice);
    }

    /** The levels the page can be filtered by, from the lowest that is shown. */
    public List<LevelChoice> levels() {
        return Stream.of(Level.LOW, Level.MEDIUM, Level.HIGH, Level.CRITICAL)
                .map(level -> new LevelChoice(level.ordinal(), words.of(level))).toList();
    }

    /** A level to choose, by its rank. */
    public record LevelChoice(int rank, String name) {}

    public String language() {
        return words.language().tag();
    }

    private static ReportPage without(ScanResult result, List<Incident> worth, Voice voice) {
        List<Affected> affected = Affected.in(result);
        List<MailboxRow> rows = MailboxRow.of(affected, result.reach(), voice);
        int moreRows = affected.size() - rows.size();
        Set<EvidenceKind> missing = result.missing().stream().map(Gap::kind).collect(Collectors.toSet());
        return new ReportPage(voice.wording(), Style.packaged(), Banner.of(result, voice),
                CounterLine.of(result, voice), CoverageTable.of(result.coverage(), missing, voice), rows,
                moreRows == 0 ? "" : voice.counted("label.more-rows", moreRows), List.of(), "",
                Remainder.of(result, worth, voice), indicators(result, voice), Appendix.of(result, voice));
    }

    /** The pages of all indicators that found something. */
    private static List<IndicatorText> indicators(ScanResult result, Voice voice) {
        return result.findings().stream().map(finding -> finding.indicator().id()).distinct().sorted()
                .flatMap(id -> IndicatorText.of(id, voice).stream()).toList();
    }

    private ReportPage with(List<IncidentSection> sections, List<Incident> worth, Voice voice) {
        Set<String> ids = sections.stream().map(IncidentSection::id).collect(Collectors.toSet());
        int more = worth.size() - sections.size();
        return new ReportPage(words, style, banner, counters, coverage,
                mailboxes.stream().map(row -> row.linkedTo(ids)).toList(), moreMailboxes, sections,
                more == 0 ? "" : voice.counted("label.more-incidents", more), remainder, indicators,
                appendix);
    }

    private static List<IncidentSection> sections(ScanResult result, List<Incident> worth, Voice voice, Room room) {
        Map<MailboxAddress, MailboxResult> mailboxes = new HashMap<>();
        result.mailboxes().forEach(mailbox -> mailboxes.put(mailbox.address(), mailbox));
        List<IncidentSection> sections = new ArrayList<>();
        long left = room.bytes();
        for (Incident incident : worth) {
            Optional<MailboxResult> mailbox = incident.mailbox().map(mailboxes::get);
            IncidentSection section = IncidentSection.of(incident, mailbox, voice);
            left -= room.size().of(section, voice.wording());
            if (left < 0) {
                return sections;
            }
            sections.add(section);
        }
        return sections;
    }

    /** How many bytes there are, and what measures them. */
    private record Room(long bytes, Size size) {}
}
