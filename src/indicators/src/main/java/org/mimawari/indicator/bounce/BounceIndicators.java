package org.mimawari.indicator.bounce;

import java.util.List;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.Policy;
import org.mimawari.indicator.TenantIndicator;
import org.mimawari.indicator.outgoing.OutgoingScope;

/** The indicators that look at delivery failures and complaints, in the order of the report. */
public final class BounceIndicators {

    private BounceIndicators() {}

    public static List<Indicator> all(Policy policy) {
        OutgoingScope scope = new OutgoingScope(policy);
        return List.of(new BounceUnknownOriginalOurs(scope), new BounceSpoofed(scope), new BounceRateSpike(scope),
                new BouncePolicyBlock(scope), new BounceAutoreplySurge(scope), new BounceReplyUnknown(scope),
                new BounceArf(scope), new BounceHidden(scope));
    }

    public static List<TenantIndicator> ofTenant(Policy policy) {
        return List.of();
    }
}
