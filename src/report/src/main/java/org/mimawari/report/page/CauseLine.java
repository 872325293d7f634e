package org.mimawari.report.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.Gap;
import org.mimawari.incident.Cause;
import org.mimawari.report.wording.Phrasing;
import org.mimawari.report.wording.Wording;
import org.mimawari.scan.MailboxResult;

/**
 * A hypothesis how it began: how likely, what speaks for it, which observation would settle it, and where to look.
 *
 * @param lacking says which of that evidence was not read; empty where all was
 */
public record CauseLine(String title, String detail, String likelihood, String bar, String because, String settle,
        String where, String lacking) {

    static CauseLine of(Cause cause, Map<String, Integer> numbers, Optional<MailboxResult> mailbox, Voice voice) {
        Wording wording = voice.wording();
        List<String> because = cause.because().stream().flatMap(id -> Optional.ofNullable(numbers.get(id)).stream())
                .sorted().map(number -> "#" + number).toList();
        Set<EvidenceKind> missing = mailbox.map(MailboxResult::missing).orElse(List.of()).stream().map(Gap::kind)
                .collect(Collectors.toSet());
        List<String> lacking = cause.confirmBy().stream().filter(missing::contains).map(wording::of).toList();
        return new CauseLine(wording.of(cause.hypothesis()), wording.of(cause.hypothesis(), ".detail"),
                wording.phrase("cause.likelihood", Phrasing.share(cause.likelihood())),
                Long.toString(Math.round(cause.likelihood() * 100)),
                because.isEmpty() ? wording.phrase("cause.open")
                        : wording.phrase("cause.because", voice.phrasing().list(because)),
                wording.phrase("cause.settle", wording.of(cause.hypothesis(), ".settle")),
                wording.phrase("cause.where", wording.of(cause.hypothesis(), ".where")),
                lacking.isEmpty() ? "" : wording.phrase("cause.lacking", voice.phrasing().list(lacking)));
    }
}
