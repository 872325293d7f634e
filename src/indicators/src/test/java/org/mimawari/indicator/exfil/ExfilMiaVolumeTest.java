package org.mimawari.indicator.exfil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.indicator.exfil.AccessStory.ABROAD;
import static org.mimawari.indicator.exfil.AccessStory.OFFICE;
import static org.mimawari.indicator.exfil.AccessStory.access;
import static org.mimawari.indicator.exfil.AccessStory.settled;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailAccess;
import org.mimawari.evidence.Place;
import org.mimawari.evidence.story.MailboxStory;

class ExfilMiaVolumeTest {

    private final ExfilMiaVolume indicator = new ExfilMiaVolume();

    private static MailboxStory opens(int times, String ip, int minutesApart) {
        MailboxStory story = settled();
        for (int i = 0; i < times; i++) {
            int minute = i * minutesApart;
            story.with(access(story, String.format("2026-11-21T%02d:%02d:00Z", minute / 60, minute % 60), ip,
                    MailAccess.Type.BIND, 10));
        }
        return story;
    }

    @Test
    void flagsTwoHundredMessagesWithinAnHour() {
        assertThat(indicator.examine(opens(20, ABROAD, 2).evidence())).hasSize(1);
    }

    @Test
    void ignoresOneLess() {
        assertThat(indicator.examine(opens(19, ABROAD, 2).evidence())).isEmpty();
    }

    @Test
    void ignoresTheSameSpreadOverADay() {
        assertThat(indicator.examine(opens(20, ABROAD, 60).evidence())).isEmpty();
    }

    @Test
    void ignoresTheOffice() {
        assertThat(indicator.examine(opens(20, OFFICE, 2).evidence())).isEmpty();
    }

    @Test
    void namesAServiceThatReadsForTheOrganisation() {
        MailboxStory story = settled();
        Actor backup = Actor.user("ServicePrincipal_1", Actor.Role.ADMIN).from(IpAddress.find(ABROAD), Place.UNKNOWN);
        story.with(new MailAccess(story.at("2026-11-21T01:00:00Z"), MailAccess.Type.BIND, 500, 0, false,
                Optional.empty(), backup));

        assertThat(indicator.examine(story.evidence())).singleElement()
                .satisfies(finding -> assertThat(finding.pattern()).isEqualTo("service:ServicePrincipal_1"));
    }
}
