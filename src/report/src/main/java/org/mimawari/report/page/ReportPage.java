package org.mimawari.report.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.incident.Incident;
import org.mimawari.indicator.Level;
import org.mimawari.report.summary.Affected;
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
        Appendix appendix) {

    /** Bytes that incidents may take, so that the file stays below eight megabytes whatever was found. */
    private static final long ROOM = 4_500_000;

    /** @param size how many bytes a section takes on the page */
    public static ReportPage of(ScanResult result, Phrasing phrasing, ToLongFunction<IncidentSection> size) {
        Voice voice = Voice.of(phrasing);
        List<Affected> affected = Affected.in(result);
        List<Incident> worth = result.incidents().stream().filter(each -> each.level().isAtLeast(Level.LOW)).toList();
        List<IncidentSection> sections = sections(result, worth, voice, size);
        Set<String> ids = new HashSet<>();
        sections.forEach(section -> ids.add(section.id()));
        List<MailboxRow> rows = MailboxRow.of(affected, ids, voice);
        int moreRows = affected.size() - rows.size();
        int moreIncidents = worth.size() - sections.size();
        return new ReportPage(phrasing.wording(), Style.packaged(), Banner.of(result, voice),
                CounterLine.of(result, voice), CoverageTable.of(result.coverage(), voice), rows,
                moreRows == 0 ? "" : voice.counted("label.more-rows", moreRows), sections,
                moreIncidents == 0 ? "" : voice.counted("label.more-incidents", moreIncidents),
                Remainder.of(result, worth, voice), Appendix.of(result, voice));
    }

    public String language() {
        return words.language().tag();
    }

    private static List<IncidentSection> sections(ScanResult result, List<Incident> worth, Voice voice,
            ToLongFunction<IncidentSection> size) {
        Map<MailboxAddress, MailboxResult> mailboxes = new HashMap<>();
        result.mailboxes().forEach(mailbox -> mailboxes.put(mailbox.address(), mailbox));
        List<IncidentSection> sections = new ArrayList<>();
        long room = ROOM;
        for (Incident incident : worth) {
            Optional<MailboxResult> mailbox = incident.mailbox().flatMap(each -> Optional.ofNullable(mailboxes.get(each)));
            IncidentSection section = IncidentSection.of(incident, mailbox, voice);
            room -= size.applyAsLong(section);
            if (room < 0) {
                return sections;
            }
            sections.add(section);
        }
        return sections;
    }
}
