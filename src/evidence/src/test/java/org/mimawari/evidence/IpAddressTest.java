package org.mimawari.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "192.0.2.1:4432, 192.0.2.1",
        "[2001:db8::1]:443, 2001:db8::1",
        "2001:DB8:0:0:0:0:0:1, 2001:db8::1",
        "::ffff:192.0.2.1, 192.0.2.1",
        "[::ffff:192.0.2.1]:25, 192.0.2.1",
        "IPv6:2001:db8::1, 2001:db8::1",
        "::ffff:c000:201, 192.0.2.1",
        "fe80::1%eth0, fe80::1",
    })
    void readsTheShapesThatLogsUse(String raw, String expected) {
        assertThat(IpAddress.find(raw)).contains(new IpAddress(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "host.example", "1.2.3", "0177.0.0.1", "256.1.1.1", "1.2.3.4.5", "::1::2", "[2001:db8::1",
        "2001:db8:::", "12345::", "<script>", "1.2.3.-4"})
    void whatIsNoAddressIsNone(String raw) {
        assertThat(IpAddress.find(raw)).isEmpty();
    }

    @Test
    void knowsLocalAddressesFromPublicOnes() {
        assertThat(new IpAddress("10.1.2.3").isLocal()).isTrue();
        assertThat(new IpAddress("fd00::1").isLocal()).isTrue();
        assertThat(new IpAddress("172.32.0.1").isLocal()).isFalse();
        assertThat(new IpAddress("2001:db8::1").isLocal()).isFalse();
    }

    @Test
    void aNeighbourhoodIsASlash24OrASlash48() {
        assertThat(new IpAddress("192.0.2.77").neighbourhood()).isEqualTo("192.0.2.0/24");
        assertThat(new IpAddress("2001:db8:1:2::9").neighbourhood()).isEqualTo("2001:db8:1::/48");
    }
}
