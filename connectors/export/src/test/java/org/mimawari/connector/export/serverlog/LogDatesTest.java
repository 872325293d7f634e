package org.mimawari.connector.export.serverlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.evidence.SignIn;

class LogDatesTest {

    @TempDir
    private Path folder;

    private static String at(String stamp) {
        return stamp + " 12:00:00 imap-login: Info: Login: user=<a>, rip=203.0.113.5, session=<" + stamp.hashCode()
                + ">";
    }

    private static List<String> dates(LogStory story) {
        return story.zone("UTC").read(SignIn.class).stream().map(s -> s.time().get().toString().substring(0,
                10)).toList();
    }

    @Test
    void goesBackAcrossNewYear() {
        var story = new LogStory(folder).file("a.log", "2026-01-03T00:00:00Z", at("Nov 30"), at("Dec 31"),
                at("Jan  2"));
        assertThat(dates(story)).containsExactly("2025-11-30", "2025-12-31", "2026-01-02");
    }

    @Test
    void spansSeveralYearsInOneFile() {
        var story = new LogStory(folder).file("a.log", "2026-02-03T00:00:00Z", at("Nov 30"), at("Mar  1"), at("Nov  5"),
                at("Jan 20"));
        assertThat(dates(story)).containsExactly("2024-11-30", "2025-03-01", "2025-11-05", "2026-01-20");
    }

    @Test
    void staysInTheYearWhereNewYearsLinesAreOutOfOrder() {
        var story = new LogStory(folder).file("a.log", "2026-01-03T00:00:00Z", at("Dec 30"), at("Jan  1"), at("Dec 31"),
                at("Jan  2"));
        assertThat(dates(story)).containsExactlyInAnyOrder("2025-12-30", "2026-01-01", "2025-12-31", "2026-01-02");
    }

    @Test
    void takesTheYearBeforeForDatesAfterTheFileWasWritten() {
        var story = new LogStory(folder).file("a.log", "2026-03-03T00:00:00Z", at("Jul  1"));
        assertThat(dates(story)).containsExactly("2025-07-01");
    }

    @Test
    void findsTheLeapYearThatHasTheDay() {
        var story = new LogStory(folder).file("a.log", "2026-05-03T00:00:00Z", at("Feb  1"), at("Feb 29"),
                at("Mar  1"));
        assertThat(dates(story)).containsExactly("2024-02-01", "2024-02-29", "2024-03-01");
    }

    @Test
    void datesOlderFilesOfASetByTheNewerOnes() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write((at("Oct 10") + "\n" + at("Jan  5") + "\n").getBytes());
        }
        var story = new LogStory(folder).file("m.log", "2026-11-24T00:00:00Z", at("Mar 10"), at("Nov 20"))
                .file("m.log.1", "2026-11-24T00:00:00Z", at("Jan  6"), at("Mar  9"))
                .file("m.log.2.gz", "2026-11-24T00:00:00Z", packed.toByteArray());
        assertThat(dates(story)).containsExactly("2025-10-10", "2026-01-05", "2026-01-06", "2026-03-09", "2026-03-10",
                "2026-11-20");
    }

    @Test
    void readsDatedRotationInItsOrder() {
        var story = new LogStory(folder).file("maillog", "2026-01-09T00:00:00Z", at("Jan  8"))
                .file("maillog-20260104", "2026-01-09T00:00:00Z", at("Jan  2"))
                .file("maillog-20251228", "2026-01-09T00:00:00Z", at("Dec 27"));
        assertThat(dates(story)).containsExactly("2025-12-27", "2026-01-02", "2026-01-08");
    }

    @Test
    void takesStampsWithoutZoneInTheGivenOne() {
        var signIns = new LogStory(folder).zone("America/New_York").log(at("Jul  1"), at("Nov 20")).read(SignIn.class);
        assertThat(signIns).extracting(s -> s.time().get().toString()).containsExactly("2026-07-01T16:00:00Z",
                "2026-11-20T17:00:00Z");
    }
}
