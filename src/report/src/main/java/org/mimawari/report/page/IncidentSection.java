package org.mimawari.report.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.Words;
import org.mimawari.incident.Incident;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Finding;
import org.mimawari.report.summary.Traces;
import org.mimawari.report.wording.Commands;
import org.mimawari.report.wording.Phrasing;
import org.mimawari.scan.MailboxResult;

/** One incident as the page tells it: what happened, what to do, how it may have begun, how sure that is. */
public record IncidentSection(
        String id,
        int rank,
        String name,
        String kind,
        String tone,
        String level,
        String score,
        String window,
        Optional<Chart> chart,
        List<StageStep> chain,
        List<CourseItem> course,
        String more,
        List<ResponseLine> response,
        List<CauseLine> causes,
        ScoreTable scores) {

    /**
     * A stage of a takeover.
     *
     * @param since when it was first seen; empty where it was not
     * @param join why it is taken to belong to the stages before it; empty where there is none
     */
    public record StageStep(String name, String since, String join) {}

    private static final int MOST = 40;
    private static final double SPEAKS = 0.10;
    private static final Comparator<Finding> IN_TIME = Comparator
            .comparing((Finding finding) -> finding.when().from().orElse(Instant.MAX))
            .thenComparing(Finding::id);

    static IncidentSection of(Incident incident, Optional<MailboxResult> mailbox, Voice voice) {
        List<Finding> shown = incident.findings().stream().limit(MOST).sorted(IN_TIME).toList();
        Map<String, Integer> numbers = new HashMap<>();
        List<CourseItem> course = new ArrayList<>();
        for (Finding finding : shown) {
            numbers.put(finding.id(), course.size() + 1);
            course.add(CourseItem.of(course.size() + 1, finding, voice));
        }
        int hidden = incident.findings().size() - shown.size();
        String name = voice.name(incident.mailbox());
        return new IncidentSection(incident.id(), incident.level().ordinal(), name,
                mailbox.map(result -> voice.wording().of(result.kind())).orElse(""), Words.of(incident.level()),
                voice.wording().of(incident.level()), Phrasing.score(incident.score()),
                voice.phrasing().range(incident.when()), ChartDrawing.of(name, shown, voice), chain(incident, voice),
                course, hidden == 0 ? "" : voice.counted("label.more-findings", hidden),
                incident.response().stream().map(step -> ResponseLine.of(step, particulars(incident), voice)).toList(),
                incident.causes().stream().map(cause -> CauseLine.of(cause, numbers, mailbox, voice)).toList(),
                ScoreTable.of(incident, mailbox, numbers, voice));
    }

    /** The intruder's address is the first outside one that a weighty finding names; the commands are for IPv4. */
    private static Commands.Particulars particulars(Incident incident) {
        Optional<IpAddress> intruder = incident.findings().stream().filter(finding -> Who.of(finding) == Who.ATTACKER)
                .flatMap(finding -> Traces.networkAddresses(finding).stream()).map(IpAddress::new)
                .filter(ip -> !ip.isLocal() && !ip.isVersion6()).findFirst();
        return new Commands.Particulars(incident.mailbox(), incident.when(), intruder);
    }

    private static List<StageStep> chain(Incident incident, Voice voice) {
        Map<AttackStage, List<Finding>> seen = new EnumMap<>(AttackStage.class);
        incident.findings().stream().filter(finding -> finding.points() >= SPEAKS)
                .forEach(finding -> seen.computeIfAbsent(finding.indicator().stage(), any -> new ArrayList<>()).add(finding));
        List<StageStep> chain = new ArrayList<>();
        List<Finding> earlier = new ArrayList<>();
        for (AttackStage stage : AttackStage.values()) {
            if (stage != AttackStage.NONE) {
                List<Finding> now = seen.getOrDefault(stage, List.of());
                chain.add(new StageStep(voice.wording().of(stage), since(now, voice), JoinBasis.of(earlier, now, voice)));
                earlier.addAll(now);
            }
        }
        return chain;
    }

    private static String since(List<Finding> findings, Voice voice) {
        if (findings.isEmpty()) {
            return "";
        }
        return findings.stream().flatMap(finding -> finding.when().from().stream()).min(Instant::compareTo)
                .map(voice.phrasing()::moment).orElseGet(() -> voice.wording().phrase("time.unknown"));
    }
}
