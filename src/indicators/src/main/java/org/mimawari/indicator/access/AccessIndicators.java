package org.mimawari.indicator.access;

import java.util.List;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.Policy;
import org.mimawari.indicator.TenantIndicator;

/** The indicators that look at delegates, applications, second factors and devices, in the order of the report. */
public final class AccessIndicators {

    private AccessIndicators() {}

    public static List<Indicator> all(Policy policy) {
        return List.of();
    }

    public static List<TenantIndicator> ofTenant(Policy policy) {
        return List.of();
    }
}
