package org.mimawari.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mimawari.evidence.Gap;
import org.mimawari.incident.Contribution;
import org.mimawari.incident.Incident;
import org.mimawari.incident.IncidentBuilder;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Multiplier;
import org.mimawari.report.wording.Phrasing;
import org.mimawari.scan.MailboxResult;

/** How a score comes about, and what would change the verdict. */
public record ScoreTable(List<Row> rows, List<String> changes) {

    /** What one finding adds. */
    public record Row(String number, String title, String family, String weight, String confidence, String factors,
            String points, String fall) {}

    private static final int MOST_ROWS = 40;
    private static final int MOST_CHANGES = 3;
    private static final int MOST_TO_WEIGH = 60;

    static ScoreTable of(Incident incident, Optional<MailboxResult> mailbox, Map<String, Integer> numbers,
            Voice voice) {
        List<Row> rows = incident.breakdown().stream().limit(MOST_ROWS)
                .map(each -> row(each, numbers, voice)).toList();
        return new ScoreTable(rows, changes(incident, mailbox, voice));
    }

    private static Row row(Contribution contribution, Map<String, Integer> numbers, Voice voice) {
        Finding finding = contribution.finding();
        List<String> factors = finding.multipliers().stream().map(factor -> factor(factor, voice)).toList();
        return new Row(Optional.ofNullable(numbers.get(finding.id())).map(number -> "#" + number).orElse(""),
                voice.texts().title(finding.indicator().id()), voice.wording().of(finding.indicator().family()),
                Integer.toString(finding.weight()), Phrasing.factor(finding.confidence()),
                factors.isEmpty() ? "–" : String.join(voice.wording().phrase("list.separator"), factors),
                Phrasing.score(contribution.points()), Phrasing.score(Math.max(0, contribution.fall())));
    }

    private static String factor(Multiplier multiplier, Voice voice) {
        return voice.wording().multiplier(multiplier.name()) + " " + Phrasing.factor(multiplier.value());
    }

    /** What would change the level where no single finding does: all of a family at once, as if the owner explained it. */
    private static List<String> families(Incident incident, Voice voice) {
        List<String> changes = new ArrayList<>();
        if (incident.findings().size() > MOST_TO_WEIGH) {
            return changes;
        }
        for (Family family : Family.values()) {
            List<Finding> others = incident.findings().stream().filter(each -> each.indicator().family() != family).toList();
            double without = IncidentBuilder.score(others);
            if (others.size() < incident.findings().size() && Level.of(without) != Level.of(incident.score())) {
                changes.add(voice.wording().phrase("change.family", voice.wording().of(family), Phrasing.score(without),
                        voice.wording().of(Level.of(without))));
            }
        }
        return changes.stream().limit(MOST_CHANGES).toList();
    }

    /** The findings whose fall would change the level, and the evidence that is missing. */
    private static List<String> changes(Incident incident, Optional<MailboxResult> mailbox, Voice voice) {
        List<String> changes = new ArrayList<>();
        for (Contribution each : incident.breakdown()) {
            double without = Math.max(0, incident.score() - each.fall());
            if (Level.of(without) != Level.of(incident.score()) && changes.size() < MOST_CHANGES) {
                changes.add(voice.wording().phrase("change.without",
                        voice.texts().title(each.finding().indicator().id()), Phrasing.score(without),
                        voice.wording().of(Level.of(without))));
            }
        }
        if (changes.isEmpty()) {
            changes.add(voice.wording().phrase("change.none"));
            changes.addAll(families(incident, voice));
        }
        List<String> missing = mailbox.map(MailboxResult::missing).orElse(List.of()).stream().map(Gap::kind).distinct()
                .map(voice.wording()::of).toList();
        if (!missing.isEmpty()) {
            changes.add(voice.wording().phrase("change.missing", voice.phrasing().list(missing)));
        }
        return changes;
    }
}
