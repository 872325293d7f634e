package org.mimawari.indicator.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;
import static org.mimawari.indicator.Claims.found;
import static org.mimawari.indicator.Claims.missing;
import static org.mimawari.indicator.SignIns.from;

import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.SignInTrait;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;

class SignInDeviceCodeTest {

    private final SignInDeviceCode indicator = new SignInDeviceCode();

    @Test
    void findsTheFirstDeviceCode() {
        var story = from("203.0.113.7").traits(SignInTrait.DEVICE_CODE).into(owner(), "2024-05-21T18:00:00Z");

        assertThat(found(indicator, story)).singleElement().extracting(Finding::level).isEqualTo(Level.MEDIUM);
    }

    @Test
    void isGraverThroughTheBroker() {
        var story = from("203.0.113.7").traits(SignInTrait.DEVICE_CODE).app("29d9ed98-a469-4536-ade2-f981bc1d605e")
                .into(owner(), "2024-05-21T18:00:00Z");

        assertThat(found(indicator, story)).singleElement().extracting(Finding::level).isEqualTo(Level.HIGH);
    }

    @Test
    void ignoresAMeetingRoomThatAlwaysDoesSo() {
        var story = mailbox("room@shop.example");
        for (int day = 1; day <= 9; day++) {
            from("203.0.113.7").traits(SignInTrait.DEVICE_CODE).into(story, "2024-05-0" + day + "T00:00:00Z");
        }

        assertThat(found(indicator, story)).isEmpty();
    }

    @Test
    void ignoresACodeThatFailed() {
        var story = from("203.0.113.7").traits(SignInTrait.DEVICE_CODE).fails(SignIn.Failure.OTHER)
                .into(owner(), "2024-05-21T18:00:00Z");

        assertThat(found(indicator, story)).isEmpty();
    }

    @Test
    void isNotAssessedWithoutSignIns() {
        assertThat(missing(indicator, mailbox("tanaka@shop.example").without(EvidenceKind.SIGN_IN))).hasSize(1);
    }

    /** Twenty quiet days in the office, until 20 May. */
    private static MailboxStory owner() {
        return mailbox("tanaka@shop.example").livesQuietly("2024-05-01", 20);
    }
}
