package org.mimawari.indicator.catalogue;

import java.util.List;
import java.util.stream.Stream;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.Policy;
import org.mimawari.indicator.TenantIndicator;
import org.mimawari.indicator.access.AccessIndicators;
import org.mimawari.indicator.bounce.BounceIndicators;
import org.mimawari.indicator.exfil.ExfilIndicators;
import org.mimawari.indicator.forwarding.ForwardingIndicators;
import org.mimawari.indicator.posture.PostureIndicators;
import org.mimawari.indicator.rules.RuleIndicators;
import org.mimawari.indicator.sent.SentIndicators;
import org.mimawari.indicator.signin.SignInIndicators;
import org.mimawari.indicator.tamper.TamperIndicators;

/** The one list of all indicators. */
public final class Indicators {

    private Indicators() {}

    public static List<Indicator> all(Policy policy) {
        return Stream.of(RuleIndicators.all(policy), ForwardingIndicators.all(policy), SignInIndicators.all(policy),
                SentIndicators.all(policy), BounceIndicators.all(policy), AccessIndicators.all(policy),
                ExfilIndicators.all(policy), TamperIndicators.all(policy), PostureIndicators.all(policy))
                .flatMap(List::stream).toList();
    }

    public static List<TenantIndicator> ofTenant(Policy policy) {
        return Stream.of(RuleIndicators.ofTenant(policy), ForwardingIndicators.ofTenant(policy),
                SignInIndicators.ofTenant(policy), SentIndicators.ofTenant(policy),
                BounceIndicators.ofTenant(policy), AccessIndicators.ofTenant(policy),
                ExfilIndicators.ofTenant(policy), TamperIndicators.ofTenant(policy),
                PostureIndicators.ofTenant(policy)).flatMap(List::stream).toList();
    }
}
