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
    void leavesAnAsideOutThatHoldsNothingElse() {
        assertThat(fill("It was opened (by {actor}).", Map.of())).isEqualTo("It was opened.");
        assertThat(fill("有効にされました（実行者：{actor}）。", Map.of())).isEqualTo("有効にされました。");
        assertThat(fill("場所（{country}、{ip}）から", Map.of("country", "RO"))).isEqualTo("場所（RO）から");
        assertThat(fill("場所（{country}、{ip}）から", Map.of("ip", "192.0.2.1"))).isEqualTo("場所（192.0.2.1）から");
        assertThat(fill("{actor} が {ip} から {target} に", Map.of("actor", "a", "target", "b"))).isEqualTo("a が b に");
    }

    @Test
    void keepsWhatAValueEndsWith() {
        assertThat(fill("{rule}{folder}.", Map.of("rule", "from ("))).isEqualTo("from (.");
    }

    @Test
    void leavesBracesThatAreNoPlacesAlone() {
        assertThat(fill("a {b c} {} { {x", Map.of())).isEqualTo("a {b c} {} { {x");
    }

    private static String fill(String template, Map<String, String> values) {
        return Sentence.fill(template, name -> Optional.ofNullable(values.get(name)));
    }
}
