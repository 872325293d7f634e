package org.mimawari.indicator.outgoing;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.indicator.outgoing.SentStory.TUESDAY;
import static org.mimawari.indicator.outgoing.SentStory.stranger;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.SentMessage;

class JoiningTest {

    private static SentStory everywhere(SentMessage.Route... routes) {
        var story = SentStory.of("taro@shop.example");
        for (SentMessage.Route route : routes) {
            story.send(5, TUESDAY, ofSeconds(30), (letter, i) -> letter.to(stranger(i)).route(route)
                    .id("<M" + i + "@shop.example>"));
        }
        return story;
    }

    @Test
    void countsAMessageOnceThoughFourSourcesShowIt() {
        assertThat(everywhere(SentMessage.Route.values()).outgoing().mailings()).hasSize(5)
                .allMatch(mailing -> mailing.routes().size() == 4);
    }

    @Test
    void addsUpTheRowsOfATrace() {
        var story = SentStory.of("taro@shop.example");
        for (int i = 0; i < 30; i++) {
            String to = stranger(i);
            story.send(TUESDAY, letter -> letter.route(SentMessage.Route.MESSAGE_TRACE).id("<one@shop.example>")
                    .to(to));
        }
        assertThat(story.outgoing().mailings()).singleElement().satisfies(mailing ->
                assertThat(mailing.recipients()).isEqualTo(30));
    }

    @Test
    void keepsMessagesApartThatASpamToolGaveOneId() {
        var story = SentStory.of("taro@shop.example").send(100, TUESDAY, ofSeconds(20), (letter, i) -> letter.log()
                .id("<same@bulk.test>").to(stranger(i)));
        assertThat(story.outgoing().mailings()).hasSize(100);
    }

    @Test
    void joinsALogWithoutIdsByRecipient() {
        var story = everywhere(SentMessage.Route.SENT_FOLDER).send(5, "2026-06-02T01:00:04Z", ofSeconds(30),
                (letter, i) -> letter.to(stranger(i)).subject("").log().withoutId());
        assertThat(story.outgoing().mailings()).hasSize(5);
    }

    @Test
    void keepsLogLinesWithoutIdsApart() {
        var story = SentStory.of("taro@shop.example").send(50, TUESDAY, ofSeconds(1), (letter, i) -> letter.log()
                .withoutId());
        assertThat(story.outgoing().mailings()).hasSize(50);
    }

    @Test
    void takesTheRecipientsFromWhoKnowsThem() {
        var story = SentStory.of("taro@shop.example")
                .send(TUESDAY, letter -> letter.id("<a@shop.example>").to("a@far.test", "b@far.test"))
                .send(TUESDAY, letter -> letter.id("<a@shop.example>").route(SentMessage.Route.AUDIT_LOG)
                        .to(List.of()).andMore(1));
        assertThat(story.outgoing().mailings()).singleElement().satisfies(mailing ->
                assertThat(mailing.recipients()).isEqualTo(2));
    }

    @Test
    void knowsNoStrangersWhereNoRecipientIsNamed() {
        var story = SentStory.of("taro@shop.example").send(40, TUESDAY, ofSeconds(9), (letter, i) ->
                letter.to(List.of())
                .andMore(1).route(SentMessage.Route.AUDIT_LOG));
        assertThat(Totals.sum(story.outgoing().mailings())).satisfies(volume -> {
            assertThat(volume.recipients()).isEqualTo(40);
            assertThat(volume.added()).isZero();
        });
    }
}
