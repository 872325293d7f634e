package org.mimawari.connector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CheckpointsInMemoryTest {

    private static final String SENT = "imap:mail.shop.example/info@shop.example/Sent";

    private final Checkpoints checkpoints = new CheckpointsInMemory();

    @Test
    void theLastPlacePutCounts() {
        checkpoints.put(SENT, "1");
        checkpoints.put(SENT, "2");
        assertThat(checkpoints.find(SENT)).contains("2");
        assertThat(checkpoints.sources()).containsExactly(SENT);
    }

    @Test
    void aSourceReadAnewOrGoneIsForgotten() {
        checkpoints.put(SENT, "1");
        checkpoints.replace(SENT);
        assertThat(checkpoints.find(SENT)).isEmpty();
        checkpoints.put(SENT, "1");
        checkpoints.withdraw(SENT);
        assertThat(checkpoints.sources()).isEmpty();
    }

    @Test
    void aSourceWithNothingNewStands() {
        checkpoints.put(SENT, "1");
        checkpoints.keep(SENT);
        assertThat(checkpoints.find(SENT)).contains("1");
    }
}
