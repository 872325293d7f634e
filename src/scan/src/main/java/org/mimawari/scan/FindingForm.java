package org.mimawari.scan;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.TimeRange;
import org.mimawari.indicator.Citation;
import org.mimawari.indicator.Fact;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Multiplier;
import org.mimawari.indicator.Reason;
import org.mimawari.store.ValueReader;
import org.mimawari.store.ValueWriter;

/** Findings as rounds keep them. */
final class FindingForm {

    private enum FactKind { TEXT, TEXTS, NUMBER, SHARE, TIME, SPAN }

    private FindingForm() {}

    static void write(Finding finding, ValueWriter out) {
        out.text(finding.indicator().id()).optional(finding.mailbox().map(MailboxAddress::text));
        out.time(finding.when().from()).time(finding.when().to()).text(finding.pattern());
        out.each(finding.reason().facts().entrySet(), fact -> {
            out.text(fact.getKey());
            write(fact.getValue(), out);
        });
        out.number(finding.citation().total());
        out.each(finding.citation().sample(), cited -> out.text(cited.ref().source()).text(cited.ref().locator())
                .optional(cited.ref().recordId()).time(cited.time()));
        out.word(finding.level()).number(finding.weight()).decimal(finding.confidence());
        out.each(finding.multipliers(), factor -> out.text(factor.name()).decimal(factor.value()));
    }

    /** @param profiles the indicators of today by id */
    static Finding read(ValueReader in, Map<String, IndicatorProfile> profiles) {
        String id = in.text();
        IndicatorProfile profile = Optional.ofNullable(profiles.get(id))
                .orElseThrow(() -> new IllegalArgumentException("no indicator is called " + id));
        return new Finding(profile, in.optional().map(MailboxAddress::new), new TimeRange(in.time(), in.time()), in.text(),
                reason(in), citation(in), in.word(Level.class), Math.toIntExact(in.number()), in.decimal(),
                in.each(() -> new Multiplier(in.text(), in.decimal())));
    }

    private static Reason reason(ValueReader in) {
        Reason[] reason = {Reason.NONE};
        in.each(() -> reason[0] = reason[0].and(in.text(), fact(in)));
        return reason[0];
    }

    private static Citation citation(ValueReader in) {
        return new Citation(Math.toIntExact(in.number()), in.each(() -> new Citation.Cited(
                new EvidenceRef(in.text(), in.text(), in.optional()), in.time())));
    }

    private static void write(Fact fact, ValueWriter out) {
        if (fact instanceof Fact.Text text) {
            out.word(FactKind.TEXT).text(text.value());
        } else if (fact instanceof Fact.Texts texts) {
            out.word(FactKind.TEXTS).texts(texts.values());
        } else if (fact instanceof Fact.Number number) {
            out.word(FactKind.NUMBER).number(number.value());
        } else if (fact instanceof Fact.Share share) {
            out.word(FactKind.SHARE).decimal(share.value());
        } else if (fact instanceof Fact.Time time) {
            out.word(FactKind.TIME).time(Optional.of(time.value()));
        } else if (fact instanceof Fact.Span span) {
            out.word(FactKind.SPAN).number(span.value().getSeconds()).number(span.value().getNano());
        }
    }

    private static Fact fact(ValueReader in) {
        return switch (in.word(FactKind.class)) {
            case TEXT -> new Fact.Text(in.text());
            case TEXTS -> new Fact.Texts(in.texts());
            case NUMBER -> new Fact.Number(in.number());
            case SHARE -> new Fact.Share(in.decimal());
            case TIME -> new Fact.Time(in.time().orElseThrow());
            case SPAN -> new Fact.Span(Duration.ofSeconds(in.number(), in.number()));
        };
    }
}
