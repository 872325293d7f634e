package org.mimawari.cli;

import java.time.ZoneId;
import java.util.Locale;
import org.mimawari.evidence.Words;
import org.mimawari.incident.KnownIncident;
import org.mimawari.report.wording.Language;
import org.mimawari.report.wording.Phrasing;
import org.mimawari.report.wording.Wording;
import org.mimawari.scan.round.RoundResult;

/** Says in lines what a round found: one where nothing changed, else one for every change and a sum. */
final class RoundLines {

    private final Console console;
    private final Phrasing phrasing;
    private final Wording wording;

    RoundLines(Console console, ZoneId zone, Language language) {
        this.console = console;
        this.phrasing = new Phrasing(language, zone);
        this.wording = phrasing.wording();
    }

    void write(String tenant, RoundResult result) {
        for (String failure : result.failures()) {
            console.out().println(Plain.text(tenant + ": " + wording.reason(failure)));
        }
        result.changes().forEach(this::write);
        String sum = result.changes().isEmpty() ? wording.phrase("round.nothing-new")
                : result.changes().stream().map(change -> Words.of(change.status())).sorted().distinct()
                        .map(word -> wording.phrase("round.count." + word, Phrasing.number(result.changes().stream()
                                .filter(change -> Words.of(change.status()).equals(word)).count())))
                        .reduce((one, other) -> one + wording.phrase("list.separator") + other).orElse("") + wording.phrase("round.stop");
        console.out().println(Plain.text(phrasing.moment(result.finished()) + "  " + tenant + ": " + sum + " "
                + counted("round.open", result.incidents().size()) + wording.phrase("list.separator")
                + counted("round.read", result.records())));
        console.out().flush();
    }

    private String counted(String key, long count) {
        return wording.counted(key, count, Phrasing.number(count));
    }

    private void write(KnownIncident change) {
        String heading = wording.phrase("round.status." + Words.of(change.status())) + "  " + wording.of(change.level()) + " "
                + Phrasing.score(change.score()) + "  " + change.id() + "  "
                + (change.mailbox().isEmpty() ? wording.phrase("label.organisation") : change.mailbox());
        console.out().println(Plain.text(heading + "  " + phrasing.range(change.when())));
        change.sentences().stream().limit(1).forEach(sentence -> console.out().println(Plain.text(
                String.format(Locale.ROOT, "    %s", sentence))));
    }
}
