package org.mimawari.connector.export.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.connector.export.google.ActivityReaderTest.event;
import static org.mimawari.connector.export.google.ActivityReaderTest.many;
import static org.mimawari.connector.export.google.ActivityReaderTest.param;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.connector.export.ExportFiles;
import org.mimawari.connector.export.RecordingSink;
import org.mimawari.evidence.ProviderAlert;
import org.mimawari.evidence.SettingChange;
import org.mimawari.evidence.SettingTopic;

class DriveEventsTest {

    private static final Instant START = Instant.parse("2026-03-01T00:40:00Z");

    @TempDir
    Path folder;

    @Test
    void tellsADeletionOfManyFilesAcrossTheHourMarkAsOne() {
        List<SettingChange> bulk = bulk(deletions(60, Duration.ofSeconds(40)));

        assertThat(bulk).singleElement().satisfies(change -> {
            assertThat(change.time()).contains(START);
            assertThat(change.parameter("files")).contains("60");
        });
    }

    @Test
    void doesNotMindTheOrderOfTheFile() {
        List<String> shuffled = new ArrayList<>(deletions(60, Duration.ofSeconds(40)));
        Collections.shuffle(shuffled, new Random(7));

        assertThat(bulk(shuffled)).singleElement().satisfies(change -> assertThat(change.time()).contains(START));
    }

    @Test
    void ignoresTheSameDeletionsSpreadOverDays() {
        assertThat(bulk(deletions(60, Duration.ofHours(1)))).isEmpty();
    }

    @Test
    void keepsTheSingleDeletionAsEvidence() {
        RecordingSink sink = read(deletions(1, Duration.ZERO));

        assertThat(sink.evidence(SettingChange.class)).singleElement()
                .satisfies(change -> assertThat(change.topic()).isEqualTo(SettingTopic.OTHER));
    }

    @Test
    void seesAFileOpenedToAnybody() {
        assertThat(topic(event("drive", "1", "change_document_visibility", param("visibility", "people_with_link"),
                param("visibility_change", "external"), many("new_value", "people_with_link"))))
                .isEqualTo(SettingTopic.SHARING_WIDENED);
    }

    @Test
    void ignoresSharingWithinTheOrganisation() {
        assertThat(topic(event("drive", "1", "change_user_access", param("target_user", "ken@corp.example"),
                many("new_value", "can_edit")))).isEqualTo(SettingTopic.OTHER);
    }

    @Test
    void seesAFileGivenToAnOutsider() {
        assertThat(topic(event("drive", "1", "change_owner", param("owner", "aoi@corp.example"),
                param("new_owner", "x@mail.test")))).isEqualTo(SettingTopic.SHARING_WIDENED);
    }

    @Test
    void seesACalendarMadePublicAndOneMadePrivate() {
        String opened = event("calendar", "1", "change_calendar_acls", param("access_level", "read"),
                param("grantee_email", "__public_principal__@public.calendar.google.com"));

        assertThat(topic(opened)).isEqualTo(SettingTopic.SHARING_WIDENED);
        assertThat(topic(opened.replace("\"read\"", "\"none\""))).isEqualTo(SettingTopic.OTHER);
    }

    @Test
    void countsWrongCodesAtALockScreenOnlyWhenThereAreMany() {
        String few = event("mobile", "1", "FAILED_PASSWORD_ATTEMPTS_EVENT", "{\"name\":\"FAILED_PASSWD_ATTEMPTS\","
                + "\"intValue\":\"2\"}");

        assertThat(read(List.of(few)).evidence()).isEmpty();
        assertThat(read(List.of(few.replace("\"2\"", "\"20\""))).evidence(ProviderAlert.class)).hasSize(1);
    }

    private List<SettingChange> bulk(List<String> lines) {
        return read(lines).evidence(SettingChange.class).stream()
                .filter(change -> change.topic() == SettingTopic.DATA_REMOVED).toList();
    }

    private SettingTopic topic(String line) {
        return read(List.of(line)).evidence(SettingChange.class).get(0).topic();
    }

    private static List<String> deletions(int count, Duration apart) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(event("drive", Integer.toString(i), "trash", param("doc_id", "d" + i))
                    .replace("2026-03-01T00:00:00.123Z", START.plus(apart.multipliedBy(i)).toString()));
        }
        return lines;
    }

    private RecordingSink read(List<String> lines) {
        return ExportFiles.read(new ActivityReader(GoogleSettings.own()),
                new ExportFiles(folder).file("d.json", String.join("\n", lines)));
    }
}
