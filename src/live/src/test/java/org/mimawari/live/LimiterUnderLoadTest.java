package org.mimawari.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The bar for reading a service: nine tenths of a cap that nobody names, and not more than one refusal in twenty
 * answers.
 */
class LimiterUnderLoadTest {

    private static final double MINUTE = 60;

    private static void holds(ServiceUnderLoad service) {
        assertThat(service.throughput()).isGreaterThanOrEqualTo(0.90);
        assertThat(service.refusedShare()).isLessThanOrEqualTo(0.05);
    }

    @ParameterizedTest
    @CsvSource({"20,1", "20,2", "20,3", "30,1", "50,2", "100,3", "100,4", "200,5", "200,6", "300,7", "400,8"})
    void findsACapThatNobodyNamesAndKeepsToItAlsoWhereItHalves(double cap, long chance) {
        ServiceUnderLoad service = new ServiceUnderLoad(Pace.of(4, 64), 64, cap, chance);

        service.pass(MINUTE);
        holds(service);

        service.cap(cap / 2);
        service.pass(MINUTE);
        holds(service);
    }

    @ParameterizedTest
    @CsvSource({"50,1", "100,2", "200,3"})
    void takesWhatAServiceGivesMoreThanBefore(double cap, long chance) {
        ServiceUnderLoad service = new ServiceUnderLoad(Pace.of(4, 64), 64, cap, chance);
        service.pass(MINUTE);

        service.cap(2 * cap);
        service.pass(MINUTE);

        holds(service);
    }
}
