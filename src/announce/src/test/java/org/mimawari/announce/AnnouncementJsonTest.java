package org.mimawari.announce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.TimeRange;
import org.mimawari.incident.IncidentStatus;
import org.mimawari.incident.KnownIncident;
import org.mimawari.indicator.Level;

class AnnouncementJsonTest {

    @Test
    void readsBackWhatItWrote() throws IOException {
        Announcement announcement = new Announcement("A-1", "日の出", Stories.NOON,
                List.of(Stories.taken("suzuki@hinode.example"), undated()), List.of("The round failed: \"no space\""));

        assertThat(AnnouncementJson.read(AnnouncementJson.write(announcement))).isEqualTo(announcement);
    }

    @Test
    void keepsHostileTextAsItIsOnOneLine() throws IOException {
        String json = AnnouncementJson.write(Stories.hostile());

        assertThat(json).doesNotContain("\n", "\r", "\u202E", "\u0000");
        assertThat(AnnouncementJson.read(json)).isEqualTo(Stories.hostile());
    }

    @Test
    void refusesALaterVersion() {
        String later = AnnouncementJson.write(Stories.hostile()).replace("\"version\":1", "\"version\":2");

        assertThatThrownBy(() -> AnnouncementJson.read(later)).isInstanceOf(IOException.class)
                .hasMessage("an announcement of version 2, but only version 1 can be read here");
    }

    @Test
    void refusesWhatIsCutOrDamaged() {
        String json = AnnouncementJson.write(Stories.hostile());

        for (int i = 0; i < json.length(); i++) {
            String cut = json.substring(0, i);
            assertThatThrownBy(() -> AnnouncementJson.read(cut)).isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> AnnouncementJson.read(json.replace("critical", "dreadful")))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> AnnouncementJson.read("[]")).isInstanceOf(IOException.class);
    }

    @Test
    void skipsFieldsItDoesNotKnow() throws IOException {
        String json = AnnouncementJson.write(Stories.hostile())
                .replace("\"version\":1", "\"version\":1,\"more\":{\"a\":[1]}");

        assertThat(AnnouncementJson.read(json)).isEqualTo(Stories.hostile());
    }

    private static KnownIncident undated() {
        return new KnownIncident("I-2", "", IncidentStatus.RESOLVED, Level.LOW, 15.25, TimeRange.UNKNOWN, Stories.NOON,
                Stories.NOON, List.of(), List.of(), List.of());
    }
}
