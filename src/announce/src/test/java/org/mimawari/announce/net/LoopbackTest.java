package org.mimawari.announce.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackTest {

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST", "127.0.0.1", "127.8.0.1", "::1", "[::1]"})
    void knowsThisMachine(String host) {
        assertThat(Loopback.is(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1.example", "localhost.example", "128.0.0.1", "127.1", "", "127.0.0.x", "::2"})
    void doesNotTakeOthersForIt(String host) {
        assertThat(Loopback.is(host)).isFalse();
    }
}
