package org.mimawari.announce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mimawari.incident.IncidentStatus;
import org.mimawari.incident.KnownIncident;
import org.mimawari.indicator.Level;

class FromLevelTest {

    private final FickleChannel pager = new FickleChannel("pager", new SteppingClock(Stories.NOON));
    private final Channel fromHigh = new FromLevel(pager, Level.HIGH);

    @Test
    void passesOnWhatIsGraveEnough() throws AnnounceException {
        fromHigh.send(Stories.of(Stories.taken("a@hinode.example"), low()));

        assertThat(pager.last).singleElement().satisfies(told -> assertThat(told.changes())
                .extracting(KnownIncident::mailbox).containsExactly("a@hinode.example"));
    }

    @Test
    void isSilentWhereNothingIsGraveEnough() throws AnnounceException {
        fromHigh.send(Stories.of(low()));

        assertThat(pager.tries).isEmpty();
    }

    @Test
    void passesOnEveryFailureOfARound() throws AnnounceException {
        fromHigh.send(new Announcement("A-2", "hinode", Stories.NOON, List.of(low()), List.of("the round failed")));

        assertThat(pager.last).singleElement().satisfies(told -> assertThat(told.changes()).isEmpty());
    }

    private static KnownIncident low() {
        return Stories.incident("b@hinode.example", IncidentStatus.NEW, Level.LOW);
    }
}
