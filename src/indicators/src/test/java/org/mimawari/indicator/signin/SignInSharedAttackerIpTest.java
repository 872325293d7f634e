package org.mimawari.indicator.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;
import static org.mimawari.indicator.Claims.found;

import org.junit.jupiter.api.Test;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Level;

class SignInSharedAttackerIpTest {

    private final SignInSharedAttackerIp indicator = new SignInSharedAttackerIp();

    @Test
    void findsTheSecondVictimOfOneAddress() {
        var second = mailbox("sato@shop.example").livesQuietly("2024-05-01", 20)
                .signsIn("2024-05-22T00:00:00Z", "203.0.113.7", "NG");

        assertThat(found(indicator, victim(), second)).singleElement().satisfies(finding -> {
            assertThat(finding.mailbox().orElseThrow().text()).isEqualTo("sato@shop.example");
            assertThat(finding.level()).isEqualTo(Level.HIGH);
        });
    }

    @Test
    void ignoresAnAddressTheSecondMailboxUsedBefore() {
        var second = mailbox("sato@shop.example").signsIn("2024-05-02T00:00:00Z", "203.0.113.7", "")
                .signsIn("2024-05-22T00:00:00Z", "203.0.113.7", "");

        assertThat(found(indicator, victim(), second)).isEmpty();
    }

    @Test
    void ignoresAVisitAfterAWeek() {
        var second = mailbox("sato@shop.example").signsIn("2024-06-22T00:00:00Z", "203.0.113.7", "");

        assertThat(found(indicator, victim(), second)).isEmpty();
    }

    private static MailboxStory victim() {
        return mailbox("tanaka@shop.example").livesQuietly("2024-05-01", 20)
                .signsIn("2024-05-21T18:00:00Z", "203.0.113.7", "NG", SignIn.Protocol.SMTP);
    }
}
