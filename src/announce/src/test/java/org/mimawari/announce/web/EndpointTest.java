package org.mimawari.announce.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mimawari.announce.net.Trust;

class EndpointTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://hooks.example/a", "HTTPS://hooks.example/a", "http://localhost:8080/",
            "http://[::1]/x"})
    void takesEncryptedAddressesAndThisMachine(String address) {
        assertThat(Endpoint.of(address, Trust.PLATFORM).address()).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://hooks.example/secret", "http://127.0.0.1.example/secret", "ftp://localhost/secret",
            "https:secret", "secret", "https://user:secret@hooks.example/", "https://hooks.example/#secret",
                    "https://a b/secret", ""})
    void refusesAllOthersWithoutQuotingThem(String address) {
        assertThatThrownBy(() -> Endpoint.of(address, Trust.PLATFORM)).isInstanceOf(IllegalArgumentException.class)
                .message().doesNotContain("secret");
    }

    @Test
    void showsNothingButTheHost() {
        assertThat(Endpoint.of("https://hooks.example/services/T0/B0/secret", Trust.PLATFORM))
                .hasToString("hooks.example");
    }
}
