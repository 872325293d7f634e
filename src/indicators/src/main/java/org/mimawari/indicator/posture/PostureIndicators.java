package org.mimawari.indicator.posture;

import java.util.List;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.Policy;
import org.mimawari.indicator.TenantIndicator;

/** The indicators that look at the state of the defences, in the order of the report. */
public final class PostureIndicators {

    private PostureIndicators() {}

    public static List<Indicator> all(Policy policy) {
        return List.of(new PostureNoMfa(),
                new PostureLegacyEnabled(),
                new PostureRoleInteractive(),
                new PostureAutoforwardOpen(),
                new PostureAuditShort(),
                new PostureAppPasswords());
    }

    public static List<TenantIndicator> ofTenant(Policy policy) {
        return List.of();
    }
}
