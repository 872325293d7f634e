package org.mimawari.report.json;

import java.io.IOException;
import java.util.Map;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.indicator.Citation;
import org.mimawari.indicator.Fact;
import org.mimawari.indicator.Finding;
import org.mimawari.report.wording.FindingText;

/** Writes a finding: its facts by name, the same in a sentence, and where the evidence lies. */
final class FindingJson {

    private final SafeJson json;
    private final FindingText texts;

    FindingJson(SafeJson json, FindingText texts) {
        this.json = json;
        this.texts = texts;
    }

    void write(Finding finding) throws IOException {
        json.text("id", finding.id());
        json.text("indicator", finding.indicator().id());
        json.text("title", texts.title(finding.indicator().id()));
        json.text("family", finding.indicator().family().word());
        json.textOrNull("mailbox", finding.mailbox().map(MailboxAddress::text));
        json.text("level", finding.level().name());
        json.timeOrNull("from", finding.when().from());
        json.timeOrNull("to", finding.when().to());
        json.begin("reason");
        for (Map.Entry<String, Fact> fact : finding.reason().facts().entrySet()) {
            write(fact.getKey(), fact.getValue());
        }
        json.end();
        json.text("text", texts.sentence(finding));
        json.texts("attack", finding.indicator().attack());
        json.list("evidence", finding.citation().sample(), this::evidence);
        json.number("evidenceTotal", finding.citation().total());
    }

    private void evidence(Citation.Cited cited) throws IOException {
        json.text("source", cited.ref().source());
        json.text("locator", cited.ref().locator());
        json.text("recordId", cited.ref().recordId());
        json.time("time", cited.time());
    }

    private void write(String name, Fact fact) throws IOException {
        if (fact instanceof Fact.Text text) {
            json.text(name, text.value());
        } else if (fact instanceof Fact.Texts several) {
            json.texts(name, several.values());
        } else if (fact instanceof Fact.Number number) {
            json.number(name, number.value());
        } else if (fact instanceof Fact.Share share) {
            json.share(name, share.value());
        } else if (fact instanceof Fact.Time time) {
            json.text(name, SafeJson.written(time.value()));
        } else if (fact instanceof Fact.Span span) {
            json.text(name, span.value().toString());
        }
    }
}
