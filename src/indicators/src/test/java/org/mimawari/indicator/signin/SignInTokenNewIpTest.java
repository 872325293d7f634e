package org.mimawari.indicator.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;
import static org.mimawari.indicator.Claims.found;
import static org.mimawari.indicator.Claims.missing;
import static org.mimawari.indicator.SignIns.from;

import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;

class SignInTokenNewIpTest {

    private final SignInTokenNewIp indicator = new SignInTokenNewIp();

    @Test
    void findsThreeUsesAtANewAddress() {
        assertThat(found(indicator, uses(3, "203.0.113.7"))).singleElement().extracting(Finding::level)
                .isEqualTo(Level.LOW);
    }

    @Test
    void ignoresTwoUses() {
        assertThat(found(indicator, uses(2, "203.0.113.7"))).isEmpty();
    }

    @Test
    void ignoresVersionSix() {
        assertThat(found(indicator, uses(3, "2001:db8::7"))).isEmpty();
    }

    @Test
    void ignoresTheOffice() {
        assertThat(found(indicator, uses(3, "192.0.2.10"))).isEmpty();
    }

    @Test
    void isNotAssessedWithoutSignIns() {
        assertThat(missing(indicator, mailbox("tanaka@shop.example").without(EvidenceKind.SIGN_IN))).hasSize(1);
    }

    /** Twenty quiet days in the office, until 20 May. */
    private static MailboxStory owner() {
        return mailbox("tanaka@shop.example").livesQuietly("2024-05-01", 20);
    }

    private static MailboxStory uses(int times, String address) {
        var story = owner();
        for (int i = 0; i < times; i++) {
            from(address).over(SignIn.Protocol.OAUTH).into(story, "2024-05-21T18:0" + i + ":00Z");
        }
        return story;
    }
}
