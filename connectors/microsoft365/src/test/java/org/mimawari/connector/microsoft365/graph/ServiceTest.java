package org.mimawari.connector.microsoft365.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.mimawari.live.Pace;

class ServiceTest {

    /** Microsoft Graph, "Service-specific throttling limits". */
    @Test
    void keepsToTheLimitsThatMicrosoftNames() {
        assertThat(Service.OUTLOOK.pace().first()).isEqualTo(4);
        assertThat(Service.REPORTS.pace()).matches(pace -> allows(pace, 5, Duration.ofSeconds(10)));
        assertThat(Service.IDENTITY_PROTECTION.pace()).matches(pace -> allows(pace, 1, Duration.ofSeconds(1)));
        assertThat(Service.MESSAGE_TRACE.pace()).matches(pace -> allows(pace, 100, Duration.ofMinutes(5)));
    }

    private static boolean allows(Pace pace, int requests, Duration window) {
        return pace.requests() == requests && pace.window().equals(window);
    }
}
