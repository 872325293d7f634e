package org.mimawari.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LogPlaceTest {

    @Test
    void readsWhatItWrote() {
        LogPlace place = new LogPlace(Instant.parse("2026-11-25T00:00:00Z"), Set.of(-3L, 0L, Long.MAX_VALUE));

        assertThat(LogPlace.parse(place.text())).contains(place);
    }

    @Test
    void takesWhatSomebodyElseWroteForNoPlace() {
        assertThat(LogPlace.parse("yesterday AAAA")).isEmpty();
        assertThat(LogPlace.parse("2026-11-25T00:00:00Z %%%")).isEmpty();
        assertThat(LogPlace.parse("")).isEmpty();
    }
}
