package org.mimawari.indicator.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookAlikeTest {

    private final LookAlike lookAlike = LookAlike.to(List.of("sakuradenki.co.jp", "harbour-foods.com", "acme.test"));

    @ParameterizedTest
    @CsvSource({
        "sakuradenkl.co.jp, CONFUSABLE", "sakuradennki.co.jp, TYPING_SLIP", "sakuradneki.co.jp, TYPING_SLIP",
        "sakura-denki.co.jp, HYPHEN", "sakuradenki.jp, OTHER_SUFFIX", "sakuradenki-co.jp, EXTENDED",
        "mail.sakuradenki-billing.com, EXTENDED", "harbourfoods.com, HYPHEN", "harb0ur-foods.com, CONFUSABLE",
        "harbour-f00ds.com, CONFUSABLE", "hаrbour-foods.com, CONFUSABLE", "acrne.test, CONFUSABLE",
        "xn--hrbour-foods-x9j.com, CONFUSABLE"})
    void seesTheImitation(String domain, LookAlike.Likeness likeness) {
        assertThat(lookAlike.find(domain)).get().extracting(LookAlike.Match::likeness).isEqualTo(likeness);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "sakuradenki.co.jp", "mail.sakuradenki.co.jp", "harbour-foods.com", "sakura.co.jp", "denki.co.jp",
        "harbour.com", "acne.com", "ace.test", "gmail.com", "yahoo.co.jp", "docomo.ne.jp", "tanakadenki.co.jp",
        "sakuradenki-fanclub.com", "", "nodots", ".", "..", "-.-"})
    void leavesOtherDomainsAlone(String domain) {
        assertThat(lookAlike.find(domain)).isEmpty();
    }

    @Test
    void namesTheDomainThatIsImitated() {
        assertThat(lookAlike.find("sakuradenkl.co.jp")).get().extracting(LookAlike.Match::domain)
                .isEqualTo("sakuradenki.co.jp");
    }

    @Test
    void findsAKnownDomainAtTheBeginningOfAStrangers() {
        assertThat(lookAlike.find("sakuradenki.co.jp.evil.test")).get().extracting(LookAlike.Match::domain)
                .isEqualTo("sakuradenki.co.jp");
    }

    @Test
    void comparesNothingWithPublicProviders() {
        assertThat(LookAlike.to(List.of("gmail.com")).find("gmai1.com")).isEmpty();
    }

    @Test
    void copesWithEndlessNames() {
        assertThat(lookAlike.find("a".repeat(100_000) + ".com")).isEmpty();
    }
}
