package org.mimawari.indicator.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.Place;

class KnownNetworksTest {

    @Test
    void tellsHostingFromProxiesAndProviders() {
        assertThat(KnownNetworks.isHosting(network(9009))).isTrue();
        assertThat(KnownNetworks.isSecurityProxy(network(22616))).isTrue();
        assertThat(KnownNetworks.isProvider(network(8075))).isTrue();
        assertThat(KnownNetworks.isHosting(network(64500))).isFalse();
    }

    @Test
    void saysNothingOfAnUnknownPlace() {
        assertThat(KnownNetworks.isHosting(Place.UNKNOWN)).isFalse();
    }

    private static Place network(long number) {
        return Place.of(Optional.empty(), Optional.of(number), Optional.empty());
    }
}
