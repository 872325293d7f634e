package org.mimawari.indicator.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;
import static org.mimawari.indicator.Claims.found;
import static org.mimawari.indicator.Claims.missing;
import static org.mimawari.indicator.SignIns.from;

import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;

class SignInSessionSplitTest {

    private final SignInSessionSplit indicator = new SignInSessionSplit();

    @Test
    void findsASessionThatMovedToAnotherBrowserElsewhere() {
        var story = mailbox("tanaka@shop.example");
        from("192.0.2.10").in("JP", 64500).session("S1").into(story, "2024-05-21T00:00:00Z");
        from("203.0.113.7").in("NG", 64999).session("S1").with("axios/1.7").into(story, "2024-05-21T00:30:00Z");

        assertThat(found(indicator, story)).singleElement().extracting(Finding::level).isEqualTo(Level.HIGH);
    }

    @Test
    void ignoresATelephoneThatLeavesTheWiFi() {
        var story = mailbox("tanaka@shop.example");
        from("192.0.2.10").in("JP", 64500).session("S1").with("iPhone Safari/17").into(story, "2024-05-21T00:00:00Z");
        from("203.0.113.7").in("JP", 64510).session("S1").with("iPhone Safari/17").into(story, "2024-05-21T00:30:00Z");

        assertThat(found(indicator, story)).isEmpty();
    }

    @Test
    void takesTheSameClientOnTheOtherSideOfTheWorldForAHint() {
        var story = mailbox("tanaka@shop.example");
        from("192.0.2.10").in("JP", 64500).session("S1").into(story, "2024-05-21T00:00:00Z");
        from("203.0.113.7").in("NG", 64999).session("S1").into(story, "2024-05-21T00:30:00Z");

        assertThat(found(indicator, story)).singleElement().extracting(Finding::level).isEqualTo(Level.MEDIUM);
    }

    @Test
    void ignoresBothVersionsOfTheInternetProtocol() {
        var story = mailbox("tanaka@shop.example");
        from("192.0.2.10").session("S1").with("Outlook/16").into(story, "2024-05-21T00:00:00Z");
        from("2001:db8::1").session("S1").with("Chrome/126").into(story, "2024-05-21T00:30:00Z");

        assertThat(found(indicator, story)).isEmpty();
    }

    @Test
    void ignoresTheSameSessionADayLater() {
        var story = mailbox("tanaka@shop.example");
        from("192.0.2.10").in("JP", 64500).session("S1").into(story, "2024-05-21T00:00:00Z");
        from("203.0.113.7").in("NG", 64999).session("S1").with("axios/1.7").into(story, "2024-05-21T12:30:00Z");

        assertThat(found(indicator, story)).isEmpty();
    }

    @Test
    void isNotAssessedWithoutSignIns() {
        assertThat(missing(indicator, mailbox("tanaka@shop.example").without(EvidenceKind.SIGN_IN))).hasSize(1);
    }
}
