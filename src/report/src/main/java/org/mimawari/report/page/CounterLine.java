package org.mimawari.report.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimawari.indicator.Level;
import org.mimawari.report.summary.Counters;
import org.mimawari.report.wording.Phrasing;
import org.mimawari.scan.EvidenceCount;
import org.mimawari.scan.ReachedRecipient;
import org.mimawari.scan.ScanResult;

/** One number at a glance: what it counts, the number, and what belongs to it in small print. */
public record CounterLine(String label, String value, String note) {

    static List<CounterLine> of(ScanResult result, Voice voice) {
        List<CounterLine> lines = new ArrayList<>();
        long incidents = result.incidents().stream().filter(each -> each.level().isAtLeast(Level.LOW)).count();
        add(lines, voice, "counter.mailboxes", Optional.of((long) result.mailboxes().size()), "");
        Counters counters = Counters.of(result);
        add(lines, voice, "counter.incidents", Optional.of(incidents), counters.when().isKnown()
                ? voice.wording().phrase("counter.first-last", voice.phrasing().range(counters.when())) : "");
        if (incidents > 0) {
            damage(lines, counters, voice);
            named(lines, result, voice);
        }
        add(lines, voice, "counter.read", Optional.of(result.evidence().read()), records(result.evidence(), voice));
        return lines;
    }

    private static void damage(List<CounterLine> lines, Counters counters, Voice voice) {
        add(lines, voice, "counter.messages", counters.messages(), "");
        add(lines, voice, "counter.recipients", counters.recipients(), recipients(counters, voice));
        add(lines, voice, "counter.bounced", counters.bounced(), "");
        add(lines, voice, "counter.accessed", counters.accessed(), "");
        add(lines, voice, "counter.settings", Optional.of(counters.settings()), "");
    }

    private static void add(List<CounterLine> lines, Voice voice, String key, Optional<Long> value, String note) {
        String untold = voice.wording().phrase("counter.not-told");
        lines.add(new CounterLine(voice.wording().phrase(key), value.map(Phrasing::number).orElse("–"),
                value.isPresent() ? note : untold));
    }

    /** What recipients.csv holds, which a sum over findings cannot tell. */
    private static void named(List<CounterLine> lines, ScanResult result, Voice voice) {
        Set<String> all = new HashSet<>();
        Set<String> external = new HashSet<>();
        Set<String> refused = new HashSet<>();
        result.reach().stream().flatMap(reach -> reach.suspicious().stream()).forEach(each -> {
            all.add(each.address());
            if (each.external()) {
                external.add(each.address());
            }
            if (each.bounced() == ReachedRecipient.Bounced.YES) {
                refused.add(each.address());
            }
        });
        if (!all.isEmpty()) {
            add(lines, voice, "counter.reached", Optional.of((long) all.size()), voice.wording().phrase("counter.reached.note",
                    Phrasing.number(external.size()), Phrasing.number(refused.size())));
        }
    }

    private static String recipients(Counters counters, Voice voice) {
        List<String> parts = new ArrayList<>();
        counters.external().ifPresent(count -> parts.add(
                voice.wording().phrase("counter.external") + " " + Phrasing.number(count)));
        counters.newRecipients().ifPresent(count -> parts.add(
                voice.wording().phrase("counter.new-recipients") + " " + Phrasing.number(count)));
        return voice.phrasing().list(parts);
    }

    private static String records(EvidenceCount count, Voice voice) {
        return voice.phrasing().list(List.of(
                voice.wording().phrase("counter.accepted") + " " + Phrasing.number(count.accepted()),
                voice.wording().phrase("counter.duplicate") + " " + Phrasing.number(count.duplicate()),
                voice.wording().phrase("counter.rejected") + " " + Phrasing.number(count.rejected())));
    }
}
