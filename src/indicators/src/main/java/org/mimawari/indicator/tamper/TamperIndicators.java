package org.mimawari.indicator.tamper;

import java.util.List;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.Policy;
import org.mimawari.indicator.TenantIndicator;

/** The indicators that look at covering of tracks, in the order of the report. */
public final class TamperIndicators {

    private TamperIndicators() {}

    public static List<Indicator> all(Policy policy) {
        return List.of(new TamperSentDeleted(),
                new TamperSentMoved(),
                new TamperMassDelete(),
                new TamperSecurityMailDeleted(),
                new TamperAuditOff(),
                new TamperAuditBypass(),
                new TamperMailPolicy(),
                new TamperPolicyChanged(),
                new TamperDomainChanged(),
                new TamperIdentityProviderChanged(),
                new TamperLogGap());
    }

    public static List<TenantIndicator> ofTenant(Policy policy) {
        return List.of();
    }
}
