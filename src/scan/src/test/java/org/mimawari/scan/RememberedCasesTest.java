package org.mimawari.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.connector.Fingerprint;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Finding;
import org.mimawari.store.EvidenceSegment;
import org.mimawari.store.state.EvidenceArchive;
import org.mimawari.store.state.KnownSource;
import org.mimawari.store.state.State;
import org.mimawari.store.state.StateException;
import org.mimawari.store.state.StateLocation;

class RememberedCasesTest {

    private static final Instant START = Instant.parse("2026-11-20T00:00:00Z");
    private static final ScanSettings SHOP =
            ScanSettings.of("shop", new OwnDomains(Set.of("shop.example")), ZoneOffset.UTC);

    @TempDir
    private Path folder;
    private long round;

    /** What was judged in a round, and how many mailboxes anew. */
    private record Judged(List<Finding> findings, int anew, int goneOn) {}

    private static List<Evidence> days(String mailbox, String from, int days) {
        return MailboxStory.mailbox(mailbox).livesQuietly(from, days).evidence().all();
    }

    /** Adds evidence to a log, and lets a round judge. */
    private Judged round(String source, List<Evidence> more) throws StateException {
        round++;
        try (State state = State.open(new StateLocation.File(folder.resolve("state.db")), Duration.ZERO)) {
            EvidenceArchive archive = state.archive("shop");
            EvidenceSegment segment = new EvidenceSegment();
            for (Evidence piece : more) {
                segment.record(Fingerprint.of(piece.toString()));
                segment.piece(piece);
            }
            archive.save(new KnownSource("export", source, "server", "", START));
            if (!more.isEmpty()) {
                archive.add("export", source, segment);
            }
            Judged judged = judge(state, archive);
            state.commit();
            return judged;
        }
    }

    /** Takes a log away, and lets a round judge. */
    private Judged without(String source) throws StateException {
        round++;
        try (State state = State.open(new StateLocation.File(folder.resolve("state.db")), Duration.ZERO)) {
            EvidenceArchive archive = state.archive("shop");
            archive.forget("export", source);
            Judged judged = judge(state, archive);
            state.commit();
            return judged;
        }
    }

    private Judged judge(State state, EvidenceArchive archive) throws StateException {
        RememberedCases cases = RememberedCases.filed(state.casebook("shop"), archive, SHOP,
                new RememberedCases.Filing(Instant.EPOCH, START.toEpochMilli() + round, round == 1), new RememberedCases.Watcher() {
                    @Override
                    public void seen(Evidence piece) {}

                    @Override
                    public void lost(Evidence piece) {}

                    @Override
                    public void all() {}
                });
        ScanResult result = new Scan(SHOP, Clock.fixed(START, ZoneOffset.UTC), Progress.NONE, "test").run(cases);
        return new Judged(result.findings(), cases.judgedAnew(), cases.goneOn());
    }

    @Test
    void judgesOnlyTheMailboxThatSomethingHappenedTo() throws StateException {
        round("a.log", days("aoi@shop.example", "2026-10-01", 40));
        round("b.log", days("ken@shop.example", "2026-10-01", 40));

        Judged quiet = round("a.log", List.of());
        Judged later = round("a.log", MailboxStory.mailbox("aoi@shop.example")
                .forwardsTo("2026-11-10T00:05:00Z", "away@attacker.example", false).evidence().all());

        assertThat(quiet.anew()).isZero();
        assertThat(later.anew()).isEqualTo(1);
        assertThat(later.findings()).isNotEmpty().allMatch(finding ->
                finding.mailbox().orElseThrow().text().equals("aoi@shop.example"));
    }

    @Test
    void keepsWhatItFoundThoughNothingIsLookedAtAgain() throws StateException {
        List<Finding> found = round("a.log", MailboxStory.mailbox("aoi@shop.example").livesQuietly("2026-10-01", 40)
                .forwardsTo("2026-11-10T00:05:00Z", "away@attacker.example", false).evidence().all()).findings();

        Judged later = round("b.log", days("ken@shop.example", "2026-10-01", 40));

        assertThat(later.findings()).isNotEmpty().isEqualTo(found);
        assertThat(round("b.log", List.of())).isEqualTo(new Judged(found, 0, 0));
    }

    @Test
    void takesAnotherDayLikeAllOthersForWhatItIs() throws StateException {
        round("a.log", days("aoi@shop.example", "2026-10-01", 40));

        Judged usual = round("a.log", days("aoi@shop.example", "2026-11-10", 1));

        assertThat(usual.anew()).isZero();
        assertThat(usual.goneOn()).isEqualTo(1);
    }

    @Test
    void looksAtEverythingWhereADayIsNotLikeTheOthers() throws StateException {
        round("a.log", days("aoi@shop.example", "2026-10-01", 40));

        Judged odd = round("a.log", MailboxStory.mailbox("aoi@shop.example")
                .signsIn("2026-11-10T00:05:00Z", "198.51.100.7", "VN").evidence().all());

        assertThat(odd.anew()).isEqualTo(1);
        assertThat(odd.findings()).isNotEmpty();
    }

    @Test
    void forgetsWhatALogShowedThatIsGone() throws StateException {
        round("a.log", days("aoi@shop.example", "2026-10-01", 40));
        assertThat(round("rules.csv", MailboxStory.mailbox("aoi@shop.example")
                .forwardsTo("2026-11-10T00:05:00Z", "away@attacker.example", false).evidence().all()).findings()).isNotEmpty();

        Judged after = without("rules.csv");

        assertThat(after.findings()).isEmpty();
        assertThat(after.anew()).isEqualTo(1);
    }

    @Test
    void countsARecordThatTwoLogsShowOnceAndKeepsItWhenOneOfThemGoes() throws StateException {
        List<Evidence> forwarding = MailboxStory.mailbox("aoi@shop.example")
                .forwardsTo("2026-11-10T00:05:00Z", "away@attacker.example", false).evidence().all();
        round("one.csv", forwarding);
        assertThat(round("two.csv", forwarding).findings()).isNotEmpty();

        assertThat(without("one.csv").findings()).isNotEmpty();
        assertThat(without("two.csv").findings()).isEmpty();
    }
}
