package org.mimawari.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentTextsTest {

    private final RecentTexts recent = new RecentTexts();

    @Test
    void knowsTheTextThatStoodLastAtThePlace() {
        String client = "Thunderbird";
        tell(client, 4);
        recent.begin();
        assertThat(recent.find(client)).isEqualTo(4);
    }

    @Test
    void saysNothingOfAnotherText() {
        tell("Thunderbird", 4);
        recent.begin();
        assertThat(recent.find("Outlook")).isNegative();
    }

    @Test
    void keepsThePlacesApart() {
        String client = "Thunderbird";
        tell(client, 4);
        assertThat(recent.find(client)).isNegative();
    }

    private void tell(String text, int number) {
        recent.begin();
        recent.find(text);
        recent.remember(text, number);
    }
}
