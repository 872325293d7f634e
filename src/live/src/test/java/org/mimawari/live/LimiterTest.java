package org.mimawari.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LimiterTest {

    private static final Instant START = Instant.parse("2026-11-25T00:00:00Z");

    private final PassedTime time = new PassedTime();

    /** Time that passes by as much as somebody wants to wait, at once. */
    private static final class PassedTime implements Waiting {

        private Instant now = START;

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public void pause(Duration length) {
            now = now.plus(length);
        }
    }

    private void served(Limiter limiter, int times) throws ServiceException, InterruptedException {
        for (int i = 0; i < times; i++) {
            limiter.enter(START.plusSeconds(3_600));
            limiter.leaveServed();
        }
    }

    @Test
    void growsWithEveryAnswerAndShrinksWhereOneIsRefused() throws ServiceException, InterruptedException {
        Limiter limiter = new Limiter(Pace.of(2, 8), 64, time);
        served(limiter, 20);
        assertThat(limiter.limit()).isEqualTo(8);

        limiter.enter(START.plusSeconds(9));
        limiter.leaveRefused(Duration.ofSeconds(5), new ServiceException(Reason.THROTTLED, "busy"));
        assertThat(limiter.limit()).isEqualTo(5);

        served(limiter, 1);
        assertThat(time.now()).isEqualTo(START.plusSeconds(5));
    }

    @Test
    void keepsToTheVendorsRate() throws ServiceException, InterruptedException {
        served(new Limiter(new Pace(2, 2, 5, Duration.ofSeconds(10)), 2, time), 11);

        assertThat(time.now()).isEqualTo(START.plusSeconds(20));
    }

    @Test
    void givesUpWhereTheTurnWouldComeTooLate() throws ServiceException, InterruptedException {
        Limiter limiter = new Limiter(Pace.of(1, 1), 1, time);
        limiter.enter(START.plusSeconds(60));
        limiter.leaveRefused(Duration.ofSeconds(300), new ServiceException(Reason.THROTTLED, 429, "tooMany", "", "busy"));

        assertThatThrownBy(() -> limiter.enter(START.plusSeconds(60))).hasMessageContaining("300 s")
                .isInstanceOfSatisfying(ServiceException.class, why -> assertThat(why.code()).isEqualTo("tooMany"));
    }
}
