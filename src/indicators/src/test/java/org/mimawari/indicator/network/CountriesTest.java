package org.mimawari.indicator.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.Place;
import org.mimawari.evidence.Position;

class CountriesTest {

    @Test
    void holdsMostOfTheWorld() {
        for (String country : List.of("JP", "US", "CN", "KR", "TW", "NG", "RU", "DE", "FR", "GB", "BR", "AU", "IN",
                "ZA", "SG")) {
            assertThat(Countries.find(Place.inCountry(country), Optional.empty())).as(country).isPresent();
        }
    }

    @Test
    void putsNoCertainDistanceBetweenNeighbours() {
        var japan = Countries.find(Place.inCountry("JP"), Optional.empty()).orElseThrow();
        var korea = Countries.find(Place.inCountry("KR"), Optional.empty()).orElseThrow();

        assertThat(japan.certainKilometresTo(korea)).isZero();
    }

    @Test
    void trustsATelephoneLess() {
        var place = Place.of(Optional.empty(), Optional.empty(), Optional.of(new Position(35, 139)));

        assertThat(Countries.find(place, Optional.of("iPhone")).orElseThrow().radius())
                .isGreaterThan(Countries.find(place, Optional.of("Outlook")).orElseThrow().radius());
    }
}
