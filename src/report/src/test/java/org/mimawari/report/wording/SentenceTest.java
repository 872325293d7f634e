package org.mimawari.report.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SentenceTest {

    @Test
    void putsValuesIntoTheirPlaces() {
        assertThat(fill("{who} sent {count} messages.", Map.of("who", "info", "count", "12")))
                .isEqualTo("info sent 12 messages.");
    }

    @Test
    void neverReadsAValueAsAPlace() {
        assertThat(fill("{a} and {b}", Map.of("a", "{b}", "b", "{a}"))).isEqualTo("{b} and {a}");
    }

    @Test
    void leavesAnUnknownPlaceOutWithItsPreposition() {
        assertThat(fill("Signed in from {country} with {client}.", Map.of("country", "RO")))
                .isEqualTo("Signed in from RO.");
    }

    @Test
    void leavesAnUnknownPlaceOutWithItsBrackets() {
        assertThat(fill("From {country} ({ip}), at night, by “{user}”.", Map.of("country", "RO")))
                .isEqualTo("From RO, at night.");
    }

    @Test
    void leavesAnUnknownPlaceOutWithItsParticle() {
        assertThat(fill("{country}から{client}でサインインがありました。", Map.of("country", "RO")))
                .isEqualTo("ROからサインインがありました。");
        assertThat(fill("ルール「{rule}」が転送しています。", Map.of())).isEqualTo("ルール転送しています。");
    }

    @Test
    void leavesBracesThatAreNoPlacesAlone() {
        assertThat(fill("a {b c} {} { {x", Map.of())).isEqualTo("a {b c} {} { {x");
    }

    private static String fill(String template, Map<String, String> values) {
        return Sentence.fill(template, name -> Optional.ofNullable(values.get(name)));
    }
}
