package org.mimawari.indicator.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;
import static org.mimawari.indicator.Claims.found;
import static org.mimawari.indicator.Claims.missing;

import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.Parameter;
import org.mimawari.evidence.SettingTopic;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Changes;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;

class AccessDeviceRegisteredTest {

    private final AccessDeviceRegistered indicator = new AccessDeviceRegistered();

    @Test
    void findsADevice() {
        var story = Changes.in(mailbox("tanaka@shop.example")).byOwner("203.0.113.7", "")
                .change(SettingTopic.DEVICE_REGISTERED, "2024-05-21T18:30:00Z", "changed", "PC-7");

        assertThat(found(indicator, story)).singleElement().extracting(Finding::level)
                .isEqualTo(Level.MEDIUM);
    }

    @Test
    void countsANewComputerInTheOfficeLittle() {
        var story = Changes.in(owner()).byOwner("192.0.2.10", "JP")
                .change(SettingTopic.DEVICE_REGISTERED, "2024-05-21T18:30:00Z", "changed", "PC-7");

        assertThat(found(indicator, story)).singleElement().extracting(Finding::level)
                .isEqualTo(Level.LOW);
    }

    @Test
    void isGraveWithTheMarksOfAKit() {
        var story = Changes.in(owner()).byOwner("192.0.2.10", "JP")
                .change(SettingTopic.DEVICE_REGISTERED, "2024-05-21T18:30:00Z", "changed", "DESKTOP-AB12",
                new Parameter("OS", "Windows 10.0.19045.2006"));

        assertThat(found(indicator, story)).singleElement().extracting(Finding::level)
                .isEqualTo(Level.HIGH);
    }

    @Test
    void isGraveForThreeDevicesWithinAQuarterOfAnHour() {
        var story = owner();
        for (int i = 0; i < 3; i++) {
            Changes.in(story).byOwner("192.0.2.10", "JP")
                    .change(SettingTopic.DEVICE_REGISTERED, "2024-05-21T18:0" + i + ":00Z", "registered", "PC-" + i);
        }

        assertThat(found(indicator, story)).singleElement().extracting(Finding::level)
                .isEqualTo(Level.HIGH);
    }

    @Test
    void countsTheSameDeviceOnce() {
        var story = owner();
        for (int i = 0; i < 3; i++) {
            Changes.in(story).byOwner("192.0.2.10", "JP")
                    .change(SettingTopic.DEVICE_REGISTERED, "2024-05-21T18:0" + i + ":00Z", "registered", "PC-1");
        }

        assertThat(found(indicator, story)).singleElement().extracting(Finding::level)
                .isEqualTo(Level.LOW);
    }

    @Test
    void isNotAssessedWithoutThatEvidence() {
        assertThat(missing(indicator, mailbox("tanaka@shop.example").without(EvidenceKind.SETTING_CHANGE))).hasSize(1);
    }

    /** Twenty quiet days in the office, until 20 May. */
    private static MailboxStory owner() {
        return mailbox("tanaka@shop.example").livesQuietly("2024-05-01", 20);
    }
}
