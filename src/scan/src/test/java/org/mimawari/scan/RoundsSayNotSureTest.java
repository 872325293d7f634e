package org.mimawari.scan;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.MailAccess;
import org.mimawari.evidence.MailRemoval;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.evidence.MailboxProfile;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.evidence.Place;
import org.mimawari.evidence.SentMessage;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.scan.TwoWays.Step;

/** Stories in which a day looked like all others, and rounds once found less than a scan, or something else. */
class RoundsSayNotSureTest {

    private static final Instant FIRST = Instant.parse("2026-09-21T00:00:00Z");
    private static final int DAYS = 40;
    private static final List<String> KEN = List.of("ken@partner.example");

    @TempDir
    private Path folder;
    private final MailboxStory story = MailboxStory.mailbox("aoi@shop.example");
    private int told;

    private TwoWays shop() {
        return new TwoWays(folder, ScanSettings.of("shop", new OwnDomains(Set.of("shop.example")), ZoneOffset.UTC));
    }

    /** What was told since this was last asked. */
    private List<Evidence> news() {
        List<Evidence> all = new ArrayList<>(story.evidence().all());
        all.sort((one, other) -> one.ref().compareTo(other.ref()));
        List<Evidence> more = List.copyOf(all.subList(told, all.size()));
        told = all.size();
        return more;
    }

    private static String on(int day, int minute) {
        return FIRST.plus(Duration.ofDays(day)).plus(Duration.ofMinutes(minute)).toString();
    }

    private void livesAndWrites(String subject) {
        for (int day = 0; day < DAYS; day++) {
            story.signsIn(on(day, 0), "192.0.2.10", "JP").sends(on(day, 15), subject + day, KEN);
        }
    }

    private void fails(String time, String address) {
        story.with(MailboxStory.signIn(story.at(time), SignIn.Outcome.FAILURE,
                Optional.of(SignIn.Failure.WRONG_PASSWORD), address,
                "VN", SignIn.Protocol.WEB));
    }

    @Test
    void whoeverGuessesEveryDayIsNoOwnerWhenHeGetsIn() throws Exception {
        TwoWays both = shop();
        story.livesQuietly("2026-09-21", DAYS);
        for (int day = 18; day < DAYS; day++) {
            fails(on(day, 2), "198.51.100.7");
        }
        both.round("story", news()).areEqual();
        story.signsIn(on(DAYS, 2), "198.51.100.7", "VN");

        both.round("story", news()).areEqual();
    }

    @Test
    void mailThatGoesOnWhileTheLogOfSignInsIsSilentIsAHoleInTheLog() throws Exception {
        TwoWays both = shop();
        livesAndWrites("News of the week ");
        both.round("story", news()).areEqual();
        for (int day = DAYS; day < DAYS + 8; day++) {
            story.sends(on(day, 15), "News of the week " + day, KEN);
            both.round("story", news()).areEqual();
        }
    }

    @Test
    void fiveLettersInAForeignScriptAreNothingUsual() throws Exception {
        TwoWays both = shop();
        livesAndWrites("来週の予定をお送りします");
        both.round("story", news()).areEqual();
        for (int i = 0; i < 6; i++) {
            story.sends(on(DAYS, 1 + i), "Please look at this message soon", KEN);
        }
        story.signsIn(on(DAYS, 8), "192.0.2.10", "JP");

        both.round("story", news()).areEqual();
    }

    @Test
    void aCampaignIsOneThoughHalfOfItWasShownTheRoundBefore() throws Exception {
        TwoWays both = shop();
        livesAndWrites("News ");
        both.round("story", news()).areEqual();
        for (int half = 0; half < 2; half++) {
            for (int i = 0; i < 13; i++) {
                story.sends(on(DAYS, half * 240 + i), "Invoice", KEN);
            }
            both.round("story", news()).areEqual();
        }
    }

    @Test
    void mailThatIsDeletedTheRoundAfterItWasSentIsHidden() throws Exception {
        TwoWays both = shop();
        Actor aoi = Actor.user("aoi@shop.example", Actor.Role.OWNER)
                .from(Optional.of(MailboxStory.office()), Place.inCountry("JP"));
        livesAndWrites("News ");
        for (int day = 0; day < DAYS; day++) {
            removes(on(day, 300), "<old" + day + "@shop.example>", aoi);
        }
        both.round("story", news()).areEqual();
        story.signsIn(on(DAYS, 0), "192.0.2.10", "JP").sends(on(DAYS, 285), "News", KEN);
        SentMessage sent = story.evidence().sentMessages().get(DAYS);
        both.round("story", news()).areEqual();
        for (int i = 0; i < 4; i++) {
            removes(on(DAYS, 300 + i), sent.messageId().orElseThrow(), aoi);
        }

        both.round("story", news()).areEqual();
    }

    private void removes(String time, String id, Actor actor) {
        story.with(new MailRemoval(story.at(time), MailRemoval.Type.SOFT_DELETE, Optional.of("Inbox"), Optional.empty(),
                List.of(new MailRemoval.RemovedItem(Optional.of("News"), Optional.of(id))), 1, actor));
    }

    @Test
    void readingThatTheProviderNoLongerRecordsIsASignHoweverOften() throws Exception {
        TwoWays both = shop();
        story.livesQuietly("2026-09-21", DAYS);
        Actor aoi = Actor.user("aoi@shop.example", Actor.Role.OWNER)
                .from(Optional.of(MailboxStory.office()), Place.inCountry("JP"));
        for (int day = 0; day < 12; day++) {
            reads(on(day * 2, 10), aoi);
        }
        both.round("story", news()).areEqual();
        reads(on(DAYS, 10), aoi);

        both.round("story", news()).areEqual();
    }

    private void reads(String time, Actor actor) {
        story.with(new MailAccess(story.at(time), MailAccess.Type.BIND, 1, 0, true, Optional.empty(), actor));
    }

    @Test
    void aSessionThatMovesBetweenTwoUsualPlacesMayBeStolen() throws Exception {
        TwoWays both = shop();
        for (int day = 0; day < DAYS; day++) {
            within("office" + day, on(day, 0), "192.0.2.10", "Outlook/16");
            within("home" + day, on(day, 60), "203.0.113.5", "iPhone Mail");
        }
        both.round("story", news()).areEqual();
        within("one", on(DAYS, 0), "192.0.2.10", "Outlook/16");
        both.round("story", news()).areEqual();
        within("one", on(DAYS, 60), "203.0.113.5", "iPhone Mail");

        TwoWays.Both found = both.round("story", news());
        found.areEqual();
        Assertions.assertThat(found.scan().findings())
                .anyMatch(each -> each.indicator().id().equals("signin-session-split"));
    }

    private void within(String session, String time, String address, String client) {
        story.with(new SignIn(story.at(time), SignIn.Outcome.SUCCESS, Optional.empty(),
                Optional.of(MailboxStory.ip(address)),
                Place.inCountry("JP"), SignIn.Protocol.WEB, Optional.of(client), Optional.empty(), Optional.empty(),
                        Optional.empty(),
                Optional.of(session), Optional.empty(), Set.of(), 1));
    }

    @Test
    void signInsToARoleAreCountedOn() throws Exception {
        TwoWays both = shop();
        both.round("story", MailboxStory.mailbox("info@shop.example").livesQuietly("2026-09-21",
                DAYS).evidence().all()).areEqual();

        both.round("story", MailboxStory.mailbox("info@shop.example").livesQuietly("2026-10-31",
                1).evidence().all()).areEqual();
    }

    @Test
    void anAliasIsNoneWhenNobodySaysSoAnyMore() throws Exception {
        TwoWays both = shop();
        story.livesQuietly("2026-09-21", DAYS);
        List<Evidence> lives = news();
        story.with(new MailboxProfile(story.undated(), MailboxKind.UNKNOWN, Optional.empty(),
                List.of(new MailboxAddress("sales@shop.example")), List.of()));
        both.round(List.of(Step.more("story", lives), Step.more("profiles.csv", news()), Step.more("sales.log",
                MailboxStory.mailbox("sales@shop.example").livesQuietly("2026-09-21",
                        DAYS).evidence().all()))).findTheSame();

        both.round(List.of(Step.instead("profiles.csv", List.of()))).findTheSame();
    }

    @Test
    void whatIsOutsideChangesWithTheOwnDomainsThatAreInferred() throws Exception {
        TwoWays both = new TwoWays(folder, ScanSettings.of("shop", new OwnDomains(Set.of()), ZoneOffset.UTC));
        story.livesQuietly("2026-09-21", DAYS).forwardsTo(on(DAYS, 5), "boss@sister.example", true);
        both.round(List.of(Step.more("story", news()), Step.more("sister.log",
                writes("boss@sister.example")))).findTheSame();
        List<Evidence> others = new ArrayList<>();
        List.of("ken", "mei", "ren", "yui", "sora").forEach(name -> others.addAll(writes(name + "@shop.example")));

        both.round("story", others).findTheSame();
    }

    private static List<Evidence> writes(String mailbox) {
        return MailboxStory.mailbox(mailbox).sends(on(1, 0), "News", KEN).evidence().all();
    }
}
