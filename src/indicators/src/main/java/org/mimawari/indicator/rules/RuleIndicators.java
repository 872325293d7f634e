package org.mimawari.indicator.rules;

import java.util.List;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.Policy;
import org.mimawari.indicator.TenantIndicator;

/** The indicators that look at rules, in the order of the report. */
public final class RuleIndicators {

    private RuleIndicators() {}

    public static List<Indicator> all(Policy policy) {
        return List.of(new RuleHidesKeyword(), new RuleDeletesEverything(), new RuleHasTellingName(),
                new RuleHidesBounces(), new RuleHidesSecuritySender(policy), new RuleFromUnusualPlace(),
                new RuleMovesEverything(), new RuleArchivesRead(), new HiddenRule(), new RuleRunsProgram(),
                new RuleTargetsPerson(policy), new RuleHidesReplies(), new RuleChurn(),
                new JunkSettingsBlockInsiders(policy), new SieveScriptSwapped(), new UnreadableRule());
    }

    public static List<TenantIndicator> ofTenant(Policy policy) {
        return List.of(new SameRuleInManyMailboxes());
    }
}
