package org.mimawari.indicator.exfil;

import java.util.List;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.Policy;
import org.mimawari.indicator.TenantIndicator;

/** The indicators that look at reading, searching and exporting, in the order of the report. */
public final class ExfilIndicators {

    private ExfilIndicators() {}

    public static List<Indicator> all(Policy policy) {
        return List.of(new ExfilSyncNewClient(),
                new ExfilMiaThrottled(),
                new ExfilMiaVolume(),
                new ExfilImapBulk(),
                new ExfilPopAll(),
                new ExfilSearchTerms(),
                new ExfilExport(),
                new ExfilSharingWidened(),
                new ExfilRuleTriggered());
    }

    public static List<TenantIndicator> ofTenant(Policy policy) {
        return List.of();
    }
}
