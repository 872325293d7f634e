package org.mimawari.indicator.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SimHashTest {

    private static final String TEXT = "We could not deliver your parcel because the street was missing in the address. "
            + "Please confirm your address and pay the small fee for the second delivery on the page of our partner. "
            + "If you do not answer the parcel goes back to the sender, and the fee for storage is yours to pay.";

    @Test
    void isNearForLettersThatDifferInAName() {
        long one = SimHash.of(SimHash.essence("Dear Ms Yamada\n" + TEXT + "\n> quoted"));
        long other = SimHash.of(SimHash.essence("鈴木様\n" + TEXT + " 123"));
        assertThat(SimHash.isNear(one, other)).isTrue();
    }

    @Test
    void isFarForOtherTexts() {
        long one = SimHash.of(SimHash.essence(TEXT));
        long other = SimHash.of(SimHash.essence("The minutes of our meeting are attached. Next time we talk about the "
                + "budget of the coming year, the new office in Osaka, and who will lead the team after the summer."));
        assertThat(SimHash.isNear(one, other)).isFalse();
    }
}
