package org.mimawari.announce;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnnouncerTest {

    private final SteppingClock clock = new SteppingClock(Stories.NOON);
    private final FickleChannel mail = new FickleChannel("mail", clock);
    private final FickleChannel webhook = new FickleChannel("webhook", clock);
    private final MemoryOutbox outbox = new MemoryOutbox();
    private final Announcer announcer = announcer(outbox);

    @Test
    void bringsAnAnnouncementToEveryChannelOnce() {
        announcer.announce(announcement(1));
        AnnounceOutcome again = announcer.announce(announcement(1));

        assertThat(mail.taken).containsExactly("A-1");
        assertThat(webhook.taken).containsExactly("A-1");
        assertThat(again).isEqualTo(new AnnounceOutcome(0, List.of(), List.of()));
        assertThat(outbox.waiting()).isZero();
    }

    @Test
    void saysNothingWhereThereIsNothingToSay() {
        announcer.announce(new Announcement("A-0", "hinode", clock.instant(), List.of(), List.of()));

        assertThat(mail.tries).isEmpty();
    }

    @Test
    void oneChannelThatFailsDoesNotStopAnother() {
        mail.mistake = new IllegalStateException("a library's mistake");

        AnnounceOutcome outcome = announcer.announce(announcement(1));

        assertThat(webhook.taken).containsExactly("A-1");
        assertThat(outcome.delivered()).isEqualTo(1);
        assertThat(outcome.postponed()).singleElement().asString()
                .startsWith("mail: ").contains("it failed unexpectedly");
    }

    @Test
    void waitsLongerAfterEachFailureUpToAnHour() {
        webhook.refusal = AnnounceException.retryable("down");
        announcer.announce(announcement(1));

        minutes(600);

        List<Long> pauses = IntStream.range(1, webhook.tries.size())
                .mapToObj(i -> Duration.between(webhook.tries.get(i - 1), webhook.tries.get(i)).toMinutes()).toList();
        assertThat(pauses.get(0)).isBetween(1L, 2L);
        assertThat(pauses.get(3)).isBetween(6L, 10L);
        assertThat(pauses.subList(7, pauses.size())).isNotEmpty()
                .allSatisfy(pause -> assertThat(pause).isBetween(48L, 73L));
    }

    @Test
    void losesNothingWhenAWebhookIsDownForADay() {
        webhook.refusal = AnnounceException.retryable("503");
        for (int minute = 0; minute < 1_440; minute++) {
            if (minute % 60 == 0) {
                announcer.announce(announcement(minute));
            }
            minutes(1);
        }
        assertThat(outbox.waiting()).isEqualTo(24);
        webhook.refusal = null;

        minutes(90);

        assertThat(new HashSet<>(webhook.taken)).hasSize(24);
        assertThat(webhook.taken).hasSize(24);
        assertThat(mail.taken).hasSize(24);
        assertThat(outbox.waiting()).isZero();
    }

    @Test
    void triesAChannelThatIsDownOnceInEveryPass() {
        webhook.refusal = AnnounceException.retryable("down");
        IntStream.range(0, 50).forEach(i -> put(announcement(i)));

        announcer.tryDue();

        assertThat(webhook.tries).hasSize(1);
        assertThat(mail.taken).hasSize(50);
    }

    @Test
    void givesUpAfterAWeekAndTellsItOnTheOtherChannels() {
        webhook.refusal = AnnounceException.retryable("down");
        announcer.announce(announcement(1));
        minutes(6 * 24 * 60);
        assertThat(outbox.waiting()).isEqualTo(1);

        List<String> givenUp = minutes(2 * 24 * 60);

        assertThat(givenUp).singleElement().asString()
                .startsWith("webhook: an announcement of 2024-05-01T03:00:00Z was given up");
        assertThat(mail.last.get(1).failures()).isEqualTo(givenUp);
        assertThat(outbox.waiting()).isZero();
    }

    @Test
    void doesNotTryAgainWhatIsRefusedForGood() {
        webhook.refusal = AnnounceException.permanent("404");

        AnnounceOutcome outcome = announcer.announce(announcement(1));
        minutes(120);

        assertThat(outcome.givenUp()).singleElement().asString().contains("404");
        assertThat(webhook.tries).hasSize(1);
        assertThat(mail.taken).hasSize(2);
    }

    @Test
    void aNoticeThatIsGivenUpCausesNoOther() {
        webhook.refusal = AnnounceException.permanent("404");
        mail.refusal = AnnounceException.permanent("554");

        announcer.announce(announcement(1));
        minutes(120);

        assertThat(outbox.waiting()).isZero();
        assertThat(mail.tries).hasSize(2);
        assertThat(webhook.tries).hasSize(2);
    }

    @Test
    void waitsAsLongAsTheOtherSideAsksButNotForDays() {
        webhook.refusal = AnnounceException.retryableAfter(Duration.ofMinutes(30), "429");
        announcer.announce(announcement(1));
        minutes(29);
        assertThat(webhook.tries).hasSize(1);
        webhook.refusal = AnnounceException.retryableAfter(Duration.ofDays(30), "429");

        minutes(1 + 6 * 60);

        assertThat(webhook.tries).hasSize(3);
    }

    @Test
    void keepsWhatAChannelWaitsForThatIsNoLongerConfigured() {
        put(announcement(1));
        Announcer without = new Announcer(List.of(mail), outbox, clock, new Random(1));

        AnnounceOutcome outcome = without.tryDue();

        assertThat(outcome.postponed()).singleElement().asString().contains("no such channel is configured");
        assertThat(outbox.waiting()).isEqualTo(1);
    }

    @Test
    void oneThatCannotBeReadDoesNotStandInTheWay() throws IOException {
        Outbox damaged = new DamagedOutbox("A-1");
        damaged.put(announcement(1), "mail", clock.instant());
        clock.step(Duration.ofSeconds(1));
        damaged.put(announcement(2), "mail", clock.instant());
        Announcer reader = new Announcer(List.of(mail), damaged, clock, new Random(1));

        AnnounceOutcome first = reader.tryDue();
        AnnounceOutcome second = reader.tryDue();

        assertThat(first.postponed()).singleElement().asString().contains("it cannot be read");
        assertThat(second.delivered()).isEqualTo(1);
        clock.step(Duration.ofDays(8));
        assertThat(reader.tryDue().givenUp()).hasSize(1);
        assertThat(damaged.waiting()).isZero();
    }

    @Test
    void aBrokenOutboxNeverReachesTheRound() {
        AnnounceOutcome outcome = announcer(new BrokenOutbox()).announce(announcement(1));

        assertThat(outcome.givenUp()).hasSize(3).allSatisfy(line -> assertThat(line).contains("disk full"));
    }

    @Test
    void theSameChanceGivesTheSamePauses() {
        assertThat(new Backoff(new Random(7)).after(3, Duration.ZERO))
                .isEqualTo(new Backoff(new Random(7)).after(3, Duration.ZERO))
                .isBetween(Duration.ofMillis(192_000), Duration.ofMillis(288_000));
    }

    private Announcer announcer(Outbox any) {
        return new Announcer(List.of(webhook, mail), any, clock, new Random(1));
    }

    private void put(Announcement announcement) {
        outbox.put(announcement, "webhook", clock.instant());
        outbox.put(announcement, "mail", clock.instant());
    }

    private List<String> minutes(int number) {
        return IntStream.range(0, number).boxed().flatMap(i -> {
            clock.step(Duration.ofMinutes(1));
            return announcer.tryDue().givenUp().stream();
        }).toList();
    }

    private Announcement announcement(int number) {
        return new Announcement("A-" + number, "hinode", clock.instant(),
                List.of(Stories.taken("suzuki@hinode.example")), List.of());
    }

    /** One announcement in it has become unreadable. */
    private static final class DamagedOutbox implements Outbox {

        private final MemoryOutbox whole = new MemoryOutbox();
        private final String unreadable;

        DamagedOutbox(String unreadable) {
            this.unreadable = unreadable;
        }

        @Override
        public void put(Announcement announcement, String channel, Instant now) {
            whole.put(announcement, channel, now);
        }

        @Override
        public List<Waiting> due(Instant now) {
            return whole.due(now);
        }

        @Override
        public Announcement announcement(String id) throws IOException {
            if (id.equals(unreadable)) {
                throw new IOException("a kept announcement is damaged");
            }
            return whole.announcement(id);
        }

        @Override
        public void delivered(String waiting, Instant now) {
            whole.delivered(waiting, now);
        }

        @Override
        public void retryAt(String waiting, Instant when, String why) {
            whole.retryAt(waiting, when, why);
        }

        @Override
        public void givenUp(String waiting, Instant now, String why) {
            whole.givenUp(waiting, now, why);
        }

        @Override
        public int waiting() {
            return whole.waiting();
        }
    }

    private static final class BrokenOutbox implements Outbox {

        @Override
        public void put(Announcement announcement, String channel, Instant now) throws IOException {
            throw new IOException("disk full");
        }

        @Override
        public List<Waiting> due(Instant now) throws IOException {
            throw new IOException("disk full");
        }

        @Override
        public Announcement announcement(String id) throws IOException {
            throw new IOException("disk full");
        }

        @Override
        public void delivered(String waiting, Instant now) throws IOException {
            throw new IOException("disk full");
        }

        @Override
        public void retryAt(String waiting, Instant when, String why) throws IOException {
            throw new IOException("disk full");
        }

        @Override
        public void givenUp(String waiting, Instant now, String why) throws IOException {
            throw new IOException("disk full");
        }

        @Override
        public int waiting() throws IOException {
            throw new IOException("disk full");
        }
    }
}
