package org.mimawari.indicator.signin;

import java.util.List;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.Policy;
import org.mimawari.indicator.TenantIndicator;

/** The indicators that look at sign-ins, in the order of the report. */
public final class SignInIndicators {

    private SignInIndicators() {}

    public static List<Indicator> all(Policy policy) {
        return List.of();
    }

    public static List<TenantIndicator> ofTenant(Policy policy) {
        return List.of();
    }
}
