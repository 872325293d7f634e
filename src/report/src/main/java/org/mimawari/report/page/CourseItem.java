package org.mimawari.report.page;

import java.util.List;
import org.mimawari.evidence.Words;
import org.mimawari.indicator.Citation;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.catalogue.IndicatorPage;
import org.mimawari.report.wording.Phrasing;

/**
 * One event in the course of an incident, with the evidence behind it.
 *
 * @param page the anchor of its indicator's page within the report, or an empty text where it has none
 */
public record CourseItem(
        int number,
        String id,
        String tone,
        String who,
        String local,
        String utc,
        String title,
        String text,
        String level,
        String indicator,
        String page,
        String attack,
        List<Pointer> evidence,
        String shown) {

    /** Where a piece of evidence lies. */
    public record Pointer(String local, String utc, String source, String locator, String record) {}

    static CourseItem of(int number, Finding finding, Voice voice) {
        Phrasing phrasing = voice.phrasing();
        Citation citation = finding.citation();
        String shown = citation.total() > citation.sample().size() ? voice.wording().phrase("label.evidence-shown",
                Phrasing.number(citation.sample().size()), Phrasing.number(citation.total())) : "";
        Who who = Who.of(finding);
        return new CourseItem(number, finding.id(), Words.of(who), voice.wording().phrase("chart." + Words.of(who)),
                phrasing.range(finding.when()), finding.when().isKnown() ? voice.utc().range(finding.when()) : "",
                voice.texts().title(finding.indicator().id()), voice.texts().sentence(finding),
                voice.wording().of(finding.level()), finding.indicator().id(),
                IndicatorPage.find(finding.indicator().id()).map(page -> IndicatorText.anchor(page.id())).orElse(""),
                String.join(", ", finding.indicator().attack()),
                citation.sample().stream().map(cited -> pointer(cited, phrasing)).toList(), shown);
    }

    private static Pointer pointer(Citation.Cited cited, Phrasing phrasing) {
        return new Pointer(cited.time().map(phrasing::stamp).orElse(""), cited.time().map(Phrasing::utcStamp).orElse(""), Voice.name(cited.ref().source()),
                Voice.name(cited.ref().locator()), cited.ref().recordId().map(Voice::name).orElse(""));
    }
}
