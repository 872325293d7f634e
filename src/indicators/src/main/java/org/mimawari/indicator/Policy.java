package org.mimawari.indicator;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.OwnDomains;

/**
 * What the operator knows and the indicators must respect.
 *
 * @param ownDomains the organisation's mail domains
 * @param zone the zone in which office hours are judged
 * @param approvedTargets addresses or domains mail may be forwarded to
 * @param approvedApps application ids that are known and wanted
 * @param helpdesk own addresses or domains security notices come from
 */
public record Policy(
        OwnDomains ownDomains,
        ZoneId zone,
        Set<String> approvedTargets,
        Set<String> approvedApps,
        Set<String> helpdesk) {

    public Policy {
        approvedTargets = Set.copyOf(approvedTargets);
        approvedApps = Set.copyOf(approvedApps);
        helpdesk = Set.copyOf(helpdesk);
    }

    public static Policy forDomains(OwnDomains ownDomains) {
        return new Policy(ownDomains, ZoneId.of("Asia/Tokyo"), Set.of(), Set.of(), Set.of());
    }

    /** True where the operator approved this address, its domain, or a domain above it. */
    public boolean approvesTarget(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        return approvedTargets.contains(lower)
                || MailboxAddress.find(lower).filter(a -> new OwnDomains(approvedTargets).contains(a)).isPresent();
    }
}
