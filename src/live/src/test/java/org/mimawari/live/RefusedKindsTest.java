package org.mimawari.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RefusedKindsTest {

    private static final ServiceException FORBIDDEN = new ServiceException(Reason.PERMISSION_MISSING, 403, "forbidden", "", "no");

    /** Any enumeration of kinds will do. */
    private final RefusedKinds<TimeUnit> refused = new RefusedKinds<>(TimeUnit.class, (kind, why) -> "lacks " + kind);

    private void refuse(int times) {
        for (int i = 0; i < times; i++) {
            refused.refused(TimeUnit.DAYS, FORBIDDEN);
        }
    }

    @Test
    void takesFiveRefusalsForAMissingPermission() {
        refuse(4);
        assertThat(refused.stopped(TimeUnit.DAYS)).isFalse();

        refuse(1);
        assertThat(refused.stopped(TimeUnit.DAYS)).isTrue();
        assertThat(refused.stopped().get(TimeUnit.DAYS)).hasMessage("lacks DAYS");
    }

    @Test
    void takesRefusalsForExceptionsWhereOneMailboxWasShown() {
        refused.shown(TimeUnit.DAYS);
        refuse(9);

        assertThat(refused.stopped()).isEmpty();
    }

    @Test
    void takesAMailboxThatIsNoneForNoRefusal() {
        for (int i = 0; i < 9; i++) {
            refused.refused(TimeUnit.DAYS, new ServiceException(Reason.NO_MAILBOX, "none"));
        }

        assertThat(refused.stopped()).isEmpty();
    }
}
