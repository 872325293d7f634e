package org.mimawari.report.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mimawari.incident.Cause;
import org.mimawari.report.wording.Phrasing;
import org.mimawari.report.wording.Wording;

/** A hypothesis how it began: how likely, what speaks for it, and what would settle it. */
public record CauseLine(String title, String detail, String likelihood, String bar, String because, String settle) {

    static CauseLine of(Cause cause, Map<String, Integer> numbers, Voice voice) {
        Wording wording = voice.wording();
        List<String> because = cause.because().stream().flatMap(id -> Optional.ofNullable(numbers.get(id)).stream())
                .sorted().map(number -> "#" + number).toList();
        List<String> kinds = cause.confirmBy().stream().map(wording::of).toList();
        return new CauseLine(wording.of(cause.hypothesis()), wording.of(cause.hypothesis(), ".detail"),
                wording.phrase("cause.likelihood", Phrasing.share(cause.likelihood())),
                Long.toString(Math.round(cause.likelihood() * 100)),
                because.isEmpty() ? wording.phrase("cause.open")
                        : wording.phrase("cause.because", voice.phrasing().list(because)),
                wording.phrase("cause.settle", voice.phrasing().list(kinds)));
    }
}
