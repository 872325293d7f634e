package org.mimawari.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.SignIn.Protocol;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.words.TextMemory;

class RoutineTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Instant FIRST_DAY = Instant.parse("2026-10-01T00:00:00Z");
    private static final int DAYS = 40;
    /** A Tuesday. */
    private static final String NEXT_DAY = "2026-11-10T";

    private final TextMemory<String> families = Traits.families();

    /** Every day at nine from the office, and a letter to Ken. */
    private static List<Evidence> history() {
        MailboxStory story = MailboxStory.mailbox("aoi@shop.example").livesQuietly("2026-10-01", DAYS);
        for (int day = 0; day < DAYS; day++) {
            story.sends(FIRST_DAY.plus(Duration.ofDays(day)).plusSeconds(900).toString(), "News " + day,
                    List.of("ken@shop.example"));
        }
        return story.evidence().all();
    }

    private boolean goesOn(Consumer<MailboxStory> more) {
        Routine routine = Routine.read(Routine.of(history(), TOKYO, families).write(), TOKYO, families);
        MailboxStory story = MailboxStory.mailbox("aoi@shop.example");
        more.accept(story);
        return routine.goesOn(story.evidence().all());
    }

    @Test
    void anotherDayLikeAllOthersGoesOn() {
        assertThat(goesOn(story -> story.signsIn(NEXT_DAY + "00:05:00Z", "192.0.2.10", "JP")
                .sends(NEXT_DAY + "00:20:00Z", "Plans", List.of("ken@shop.example")))).isTrue();
    }

    @Test
    void aWrongPasswordNowAndThenGoesOn() {
        assertThat(goesOn(story -> wrongPasswords(story, 3))).isTrue();
        assertThat(goesOn(story -> wrongPasswords(story, 4))).isFalse();
    }

    private static void wrongPasswords(MailboxStory story, int times) {
        for (int i = 0; i < times; i++) {
            story.with(MailboxStory.signIn(story.at(NEXT_DAY + "00:0" + i + ":00Z"), SignIn.Outcome.FAILURE,
                    Optional.of(SignIn.Failure.WRONG_PASSWORD), "192.0.2.10", "JP", Protocol.WEB));
        }
    }

    @Test
    void anotherNetworkIsNothingUsual() {
        assertThat(goesOn(story -> story.signsIn(NEXT_DAY + "00:05:00Z", "198.51.100.7", "JP"))).isFalse();
    }

    @Test
    void anotherCountryIsNothingUsual() {
        assertThat(goesOn(story -> story.signsIn(NEXT_DAY + "00:05:00Z", "192.0.2.10", "VN"))).isFalse();
    }

    @Test
    void anotherProtocolIsNothingUsual() {
        assertThat(goesOn(story -> story.signsIn(NEXT_DAY + "00:05:00Z", "192.0.2.10", "JP", Protocol.IMAP))).isFalse();
    }

    @Test
    void theMiddleOfTheNightIsNothingUsual() {
        assertThat(goesOn(story -> story.signsIn(NEXT_DAY + "17:00:00Z", "192.0.2.10", "JP"))).isFalse();
    }

    @Test
    void aStrangerIsNothingUsual() {
        assertThat(goesOn(story -> story.sends(NEXT_DAY + "00:20:00Z", "Plans", List.of("who@elsewhere.example")))).isFalse();
    }

    @Test
    void moreMailWithinADayThanAnyIndicatorOverlooksIsNothingUsual() {
        assertThat(goesOn(story -> mails(story, 18))).isTrue();
        assertThat(goesOn(story -> mails(story, 19))).isFalse();
    }

    private static void mails(MailboxStory story, int messages) {
        for (int i = 0; i < messages; i++) {
            story.sends(NEXT_DAY + String.format("00:%02d:00Z", 10 + i), "Plans", List.of("ken@shop.example"));
        }
    }

    @Test
    void countsOnWhereTheLastRoundLeftOff() {
        Routine routine = Routine.of(history(), TOKYO, families);
        MailboxStory first = MailboxStory.mailbox("aoi@shop.example");
        mails(first, 10);
        assertThat(routine.goesOn(first.evidence().all())).isTrue();
        Routine later = Routine.read(routine.write(), TOKYO, families);
        MailboxStory second = MailboxStory.mailbox("aoi@shop.example");
        for (int i = 0; i < 9; i++) {
            second.sends(NEXT_DAY + String.format("00:%02d:30Z", 30 + i), "Plans", List.of("ken@shop.example"));
        }

        assertThat(later.goesOn(second.evidence().all())).isFalse();
    }

    @Test
    void anythingAfterALongSilenceIsNothingUsual() {
        assertThat(goesOn(story -> story.signsIn("2026-11-13T00:05:00Z", "192.0.2.10", "JP"))).isFalse();
    }

    @Test
    void whatComesLateIsNothingUsual() {
        assertThat(goesOn(story -> story.signsIn("2026-11-03T00:05:00Z", "192.0.2.10", "JP"))).isFalse();
    }

    @Test
    void aRuleIsNothingUsual() {
        assertThat(goesOn(story -> story.makesRule(NEXT_DAY + "00:05:00Z", "192.0.2.10", "News", List.of(),
                new RuleAction(RuleAction.Type.MARK_READ, List.of())))).isFalse();
    }

    @Test
    void aMailboxOfAFewDaysHasNoRoutine() {
        Routine routine = Routine.of(MailboxStory.mailbox("aoi@shop.example").livesQuietly("2026-11-01", 9).evidence().all(),
                TOKYO, families);

        assertThat(routine.goesOn(MailboxStory.mailbox("aoi@shop.example").signsIn(NEXT_DAY + "00:00:00Z", "192.0.2.10", "JP")
                .evidence().all())).isFalse();
    }

    @Test
    void anIntruderWhoStaysThreeDaysIsNoHabitYet() {
        Routine routine = Routine.of(history(), TOKYO, families);
        MailboxStory story = MailboxStory.mailbox("aoi@shop.example");
        for (int day = 10; day < 13; day++) {
            story.signsIn("2026-11-" + day + "T00:05:00Z", "198.51.100.7", "JP");
        }
        routine = Routine.of(Stream.concat(history().stream(), story.evidence().all().stream()).toList(),
                TOKYO, families);

        assertThat(routine.goesOn(MailboxStory.mailbox("aoi@shop.example")
                .signsIn("2026-11-13T00:05:00Z", "198.51.100.7", "JP").evidence().all())).isFalse();
    }

    @Test
    void takesTheSameRoomWhateverTheMailboxDoes() {
        MailboxStory busy = MailboxStory.mailbox("aoi@shop.example");
        for (int i = 0; i < 500; i++) {
            busy.signsIn(FIRST_DAY.plus(Duration.ofHours(i)).toString(), "198.51." + i % 100 + ".7", i % 2 == 0 ? "JP" : "VN");
            busy.sends(FIRST_DAY.plus(Duration.ofHours(i)).toString(), "News", List.of("r" + i + "@elsewhere.example"));
        }

        assertThat(Routine.of(List.of(), TOKYO, families).write()).hasSize(Routine.SIZE);
        assertThat(Routine.of(busy.evidence().all(), TOKYO, families).write()).hasSize(Routine.SIZE);
    }
}
