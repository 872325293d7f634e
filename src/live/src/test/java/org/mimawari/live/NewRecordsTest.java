package org.mimawari.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NewRecordsTest {

    private final KeptSink sink = new KeptSink();

    @Test
    void passesOverWhatIsKnownAndRemembersIt() {
        NewRecords records = new NewRecords(sink, Set.of(7L), Instant.EPOCH);

        assertThat(records.admit(7)).isFalse();
        assertThat(records.fresh()).isZero();
        assertThat(records.last()).containsExactly(7L);
    }

    @Test
    void remembersTheLatestWhereThereAreTooMany() {
        NewRecords records = new NewRecords(sink, Set.of(), Instant.EPOCH);
        records.lastStretch();
        for (long i = 1; i <= 20_001; i++) {
            records.admit(i);
        }

        assertThat(records.last()).hasSize(20_000).contains(20_001L).doesNotContain(1L);
    }
}
