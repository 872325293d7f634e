package org.mimawari.indicator.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;
import static org.mimawari.indicator.Claims.found;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.evidence.MailboxProfile;
import org.mimawari.evidence.Parameter;
import org.mimawari.evidence.SettingTopic;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Changes;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;

class AccessLookalikeAccountTest {

    private final AccessLookalikeAccount indicator = new AccessLookalikeAccount();

    @Test
    void findsLettersThatLookAlike() {
        assertThat(found(indicator, creates("harn1lton@shop.example"), existing("hamilton@shop.example")))
                .singleElement().extracting(Finding::level)
                .isEqualTo(Level.MEDIUM);
    }

    @Test
    void findsOneLetterTooMany() {
        assertThat(found(indicator, creates("takahashii@shop.example"), existing("takahashi@shop.example")))
                .singleElement().extracting(Finding::level)
                .isEqualTo(Level.MEDIUM);
    }

    @Test
    void acceptsTheSecondOfTheName() {
        assertThat(found(indicator, creates("tanaka2@shop.example"), existing("tanaka@shop.example"))).isEmpty();
    }

    @Test
    void acceptsAnotherInitial() {
        assertThat(found(indicator, creates("suzuki.k@shop.example"), existing("suzuki.t@shop.example"))).isEmpty();
    }

    @Test
    void acceptsAnotherSurname() {
        assertThat(found(indicator, creates("hamada@shop.example"), existing("yamada@shop.example"))).isEmpty();
    }

    @Test
    void findsTheNameShownToPeople() {
        var creating = Changes.in(mailbox("admin@shop.example").livesQuietly("2024-05-01", 3)).byAdmin()
                .change(SettingTopic.USER_CREATED, "2024-05-21T18:00:00Z", "Add user", "x7@shop.example",
                        new Parameter("DisplayName", "田中 太郎"));
        var boss = existing("tanaka@shop.example");
        boss.with(new MailboxProfile(boss.undated(), MailboxKind.PERSON, Optional.of("田中　太郎"), List.of(), List.of()));

        assertThat(found(indicator, creating, boss)).hasSize(1);
    }

    private static MailboxStory creates(String account) {
        return Changes.in(mailbox("admin@shop.example").livesQuietly("2024-05-01", 3)).byAdmin()
                .change(SettingTopic.USER_CREATED, "2024-05-21T18:00:00Z", "Add user", account);
    }

    private static MailboxStory existing(String address) {
        return mailbox(address).livesQuietly("2024-05-01", 3);
    }
}
