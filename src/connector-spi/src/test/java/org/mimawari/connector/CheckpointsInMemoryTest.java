package org.mimawari.connector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CheckpointsInMemoryTest {

    private final Checkpoints checkpoints = new CheckpointsInMemory();

    @Test
    void theLastStatePutCounts() {
        checkpoints.put("imap:mail.shop.example/info@shop.example", "Sent", "1");
        checkpoints.put("imap:mail.shop.example/info@shop.example", "Sent", "2");
        assertThat(checkpoints.find("imap:mail.shop.example/info@shop.example", "Sent")).contains("2");
    }

    @Test
    void sourceAndScopeAreNeverMixedUp() {
        checkpoints.put("a b", "c", "1");
        assertThat(checkpoints.find("a", "b c")).isEmpty();
        assertThat(checkpoints.find("a b", "d")).isEmpty();
    }

    @Test
    void noMemoryMeansThatEverythingIsNew() {
        Checkpoints.NONE.put("a", "b", "1");
        assertThat(Checkpoints.NONE.find("a", "b")).isEmpty();
    }
}
