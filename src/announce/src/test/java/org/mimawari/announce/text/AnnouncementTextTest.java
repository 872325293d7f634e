package org.mimawari.announce.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mimawari.announce.Announcement;
import org.mimawari.announce.Stories;
import org.mimawari.incident.IncidentStatus;
import org.mimawari.incident.KnownIncident;
import org.mimawari.indicator.Level;
import org.mimawari.report.wording.Language;

class AnnouncementTextTest {

    private final AnnouncementText english = new AnnouncementText(Language.ENGLISH, ZoneId.of("Asia/Tokyo"));
    private final AnnouncementText japanese = new AnnouncementText(Language.JAPANESE, ZoneId.of("Asia/Tokyo"));

    @Test
    void saysWhoWhenWhatAndWhatToDo() {
        Digest digest = english.digest(Stories.of(Stories.taken("suzuki@hinode.example")), 20);

        assertThat(digest.subject()).isEqualTo("[Mimawari] hinode: New, Critical: suzuki@hinode.example");
        assertThat(digest.items()).containsExactly(new Digest.Item("New · Critical (92.5) · suzuki@hinode.example",
                List.of("When: Wed 2024-05-01 10:00–11:00",
                        "Signs: Rule sends mail outside, Rule hides mail about money or break-ins",
                        "What to do: Reset the password → Switch off the mailbox rule",
                        "Incident: I-suzuki@hinode.example"),
                List.of("A rule forwards invoices to evil@attacker.example.")));
        assertThat(digest.footer().get(0)).isEqualTo("State of Wed 2024-05-01 12:00, Asia/Tokyo (UTC+09:00)");
    }

    @Test
    void speaksJapanese() {
        Digest digest = japanese.digest(Stories.of(Stories.taken("suzuki@hinode.example")), 20);

        assertThat(digest.subject()).isEqualTo("[Mimawari] hinode: 新規・緊急: suzuki@hinode.example");
        assertThat(digest.items().get(0).facts()).anySatisfy(fact -> assertThat(fact).startsWith("対応: パスワードを変更する"));
    }

    @Test
    void putsTheGravestFirstAndWhatIsOverLast() {
        KnownIncident over = Stories.incident("a@hinode.example", IncidentStatus.RESOLVED, Level.CRITICAL);
        KnownIncident medium = Stories.incident("b@hinode.example", IncidentStatus.NEW, Level.MEDIUM);
        KnownIncident high = Stories.incident("c@hinode.example", IncidentStatus.ESCALATED, Level.HIGH);

        Digest digest = english.digest(Stories.of(over, medium, high), 20);

        assertThat(digest.items()).extracting(Digest.Item::heading)
                .containsExactly("Graver · High (70) · c@hinode.example",
                "New · Medium (40) · b@hinode.example", "Resolved · Critical (92.5) · a@hinode.example");
        assertThat(digest.subject()).isEqualTo("[Mimawari] hinode: New: 1, Graver: 1, Resolved: 1; highest level: Critical");
    }

    @Test
    void tellsTenThousandAsTwentyAndCounts() {
        Digest digest = english.digest(Stories.many(10_000), 20);

        assertThat(digest.items()).hasSize(20).allSatisfy(item -> assertThat(item.heading()).contains("Critical"));
        assertThat(digest.remainder()).containsExactly("Not listed here: 9,980 more (New: 9,980; by level: "
                + "Critical: 80, High: 900, Medium: 9,000).");
    }

    @Test
    void doesNotDependOnTheOrderOfChanges() {
        Announcement many = Stories.many(100);
        List<KnownIncident> backwards = new ArrayList<>(many.changes());
        Collections.reverse(backwards);
        Announcement other = new Announcement(many.id(), many.tenant(), many.at(), backwards, List.of());

        assertThat(english.digest(other, 20)).isEqualTo(english.digest(many, 20));
    }

    @Test
    void everyTextIsOneHarmlessLine() {
        Announcement hostile = new Announcement("A\r\n-1", "hi\nnode", Stories.NOON,
                List.of(Stories.incident("a\r\nBcc: x@evil.example", IncidentStatus.NEW, Level.HIGH, Stories.HOSTILE)),
                List.of(Stories.HOSTILE));

        Digest digest = english.digest(hostile, 20);

        Stream<String> items = digest.items().stream()
                .flatMap(item -> Stream.concat(Stream.of(item.heading()),
                Stream.concat(item.facts().stream(), item.sentences().stream())));
        assertThat(Stream.of(Stream.of(digest.subject(), digest.counts()), items, digest.failures().stream(),
                digest.footer().stream()).flatMap(each -> each))
                .allSatisfy(line -> assertThat(line.chars()).noneMatch(c -> c < 0x20 || c == 0x7F || c == 0x202E))
                .allSatisfy(line -> assertThat(line).doesNotContain("://"));
    }

    @Test
    void tellsOfAFailedRound() {
        Digest digest = english.digest(new Announcement("A-1", "hinode", Stories.NOON, List.of(),
                Collections.nCopies(12, "The round of 12:00 failed: no space left.")), 20);

        assertThat(digest.subject()).isEqualTo("[Mimawari] hinode: a round failed or was missed");
        assertThat(digest.failures()).hasSize(11).last().isEqualTo("and 2 more");
    }

    @Test
    void aResolvedIncidentAsksForNothing() {
        Digest digest = english.digest(Stories.of(
                Stories.incident("a@hinode.example", IncidentStatus.RESOLVED, Level.HIGH)), 20);

        assertThat(digest.items().get(0).facts()).noneSatisfy(fact -> assertThat(fact).startsWith("What to do"));
    }

    /** Every sentence that rounds and channels say of themselves, as they say it. */
    @ParameterizedTest
    @ValueSource(strings = {
        "The round failed: there is no file or folder /srv/logs",
        "Rounds were missed: the last one began at 2026-11-23T03:00:00Z.",
        "The clock of this machine was set back: the last round ended at 2026-11-23T03:00:00Z, and it is "
            + "2026-11-22T03:00:00Z now.",
        "Of what was read, 3 pieces of evidence are older than 2026-08-24T00:00:00Z and are not judged: 'remember' "
            + "in the configuration makes it longer.",
        "imap#1: could not be read: unreachable: connection refused by 192.0.2.1:993",
        "imap#1: could not be read: unreachable: unknown host mail.example",
        "imap#1: could not be read: unreachable: no answer in time from 192.0.2.1:993",
        "imap#1: could not be read: unreachable: no way through the network to 192.0.2.1:993",
        "imap#1: can be read again.",
        "webhook: an announcement of 2026-11-23T03:00:00Z was given up after 12 attempts: "
            + "the receiver hook.example answered 404",
        "mail: an announcement of 2026-11-23T03:00:00Z was given up after 2 attempts: unreachable: "
            + "unknown host relay.example",
        "mail: tried again in about 4 min: the configuration does not allow this announcement: everybody in 'to' is "
            + "suspected; name somebody else, best outside this mail system",
        "The round failed: the report /srv/r/report.json cannot be written, the disk is full: make room there, or "
            + "name another folder; the next round writes it",
        "The round failed: m.yaml line 9: 'password': the environment variable SECRET is not set"})
    void noFailureIsLeftInEnglish(String sentence) {
        String japanese = new AnnouncementText(Language.JAPANESE, ZoneOffset.UTC).failure(sentence);

        assertThat(japanese).matches(".*\\p{InHiragana}.*").doesNotContainPattern("[a-z] [a-z]+ [a-z]+ [a-z]");
        assertThat(new AnnouncementText(Language.ENGLISH, ZoneOffset.UTC).failure(sentence)).isEqualTo(sentence);
    }
}
