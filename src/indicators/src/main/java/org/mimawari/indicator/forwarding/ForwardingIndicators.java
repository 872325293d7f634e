package org.mimawari.indicator.forwarding;

import java.util.List;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.Policy;
import org.mimawari.indicator.TenantIndicator;

/** The indicators that look at forwarding and identity settings, in the order of the report. */
public final class ForwardingIndicators {

    private ForwardingIndicators() {}

    public static List<Indicator> all(Policy policy) {
        return List.of(new RuleForwardsOutside(policy), new MailboxForwardsOutside(policy),
                new ForwardsWithoutCopy(policy), new ForwardsToLookAlike(policy), new ForwardsMoneyMail(policy),
                new ForwardingAwaitsConsent(policy), new TransportRuleSendsOutside(policy),
                new MailRouteChanged(policy), new ForwardingPolicyOpened(), new AutoReplyLures(policy),
                new SendAsAdded(policy), new RepliesLeadOutside(policy), new OldProtocolOpened());
    }

    public static List<TenantIndicator> ofTenant(Policy policy) {
        return List.of(new SharedDestination(policy));
    }
}
