package org.mimawari.scan;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.evidence.story.MailboxStory;

/** What others do changes what a sign-in means, also in a mailbox of which nothing new is known. */
class HabitsOfEverybodyTest {

    private static final Instant FIRST = Instant.parse("2026-10-01T00:00:00Z");
    private static final int PEOPLE = 12;

    @TempDir
    private Path folder;

    private static String mailbox(int person) {
        return "m" + person + "@shop.example";
    }

    private static String on(int day, int person) {
        return FIRST.plus(Duration.ofDays(day)).plusSeconds(60L * person).toString();
    }

    private TwoWays afterAQuietMonthAndATrip() throws Exception {
        TwoWays both = new TwoWays(folder, ScanSettings.of("shop", new OwnDomains(Set.of("shop.example")), ZoneOffset.UTC));
        List<Evidence> month = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            month.addAll(MailboxStory.mailbox(mailbox(person)).livesQuietly("2026-10-01", 30).evidence().all());
        }
        both.round("story", month).areEqual();
        both.round("story", MailboxStory.mailbox(mailbox(0)).signsIn(on(31, 0), "198.51.100.7", "VN").evidence().all()).areEqual();
        return both;
    }

    private static List<Evidence> signIns(int people, int firstDay, int days, String address, String country) {
        List<Evidence> all = new ArrayList<>();
        for (int person = 1; person <= people; person++) {
            MailboxStory story = MailboxStory.mailbox(mailbox(person));
            for (int day = firstDay; day < firstDay + days; day++) {
                story.signsIn(on(day, person), address, country);
            }
            all.addAll(story.evidence().all());
        }
        return all;
    }

    @Test
    void aCountryThatManyTravelToExcusesWhoWentFirst() throws Exception {
        TwoWays both = afterAQuietMonthAndATrip();

        both.round("story", signIns(5, 32, 7, "203.0.113.20", "VN")).areEqual();
    }

    @Test
    void aLogThatIsAddedOfThePastTellsWhoWasSilentMeanwhile() throws Exception {
        TwoWays both = new TwoWays(folder, ScanSettings.of("shop", new OwnDomains(Set.of("shop.example")), ZoneOffset.UTC));
        MailboxStory dormant = MailboxStory.mailbox(mailbox(0)).livesQuietly("2026-05-01", 20)
                .signsIn("2026-10-20T00:00:00Z", "198.51.100.7", "VN");
        both.round("story", dormant.evidence().all()).areEqual();

        both.round("story", signIns(4, -120, 130, "192.0.2.10", "JP")).areEqual();
    }
}
