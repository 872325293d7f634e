package org.mimawari.scan;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.incident.Suppression;
import org.mimawari.indicator.Policy;

/**
 * What the operator says about a tenant.
 *
 * @param tenant the name reports use
 * @param ownDomains empty where they are to be inferred from the evidence
 * @param aliases other names of accounts: alias to address
 * @param roles the kind of a mailbox where it cannot be told from its name
 * @param required kinds without which no verdict of {@code NO_SIGN} is given
 * @param memory bytes of evidence to hold before temporary files are used
 */
public record ScanSettings(
        String tenant,
        OwnDomains ownDomains,
        ZoneId zone,
        Map<MailboxAddress, MailboxAddress> aliases,
        Map<MailboxAddress, MailboxKind> roles,
        Set<String> approvedTargets,
        Set<String> approvedApps,
        Set<String> helpdesk,
        List<Suppression> suppressions,
        Set<EvidenceKind> required,
        PlaceTable places,
        long memory) {

    /** Without these nobody can say that a mailbox is clean. */
    public static final Set<EvidenceKind> REQUIRED = Set.of(EvidenceKind.SIGN_IN, EvidenceKind.MAILBOX_RULE,
            EvidenceKind.FORWARDING_SETTING, EvidenceKind.SENT_MESSAGE);

    public static ScanSettings of(String tenant, OwnDomains ownDomains, ZoneId zone) {
        long memory = Math.max(16L << 20, Runtime.getRuntime().maxMemory() / 6);
        return new ScanSettings(tenant, ownDomains, zone, Map.of(), Map.of(), Set.of(), Set.of(), Set.of(), List.of(),
                REQUIRED, PlaceTable.NONE, memory);
    }

    public ScanSettings withOwnDomains(OwnDomains domains) {
        return new ScanSettings(tenant, domains, zone, aliases, roles, approvedTargets, approvedApps, helpdesk,
                suppressions, required, places, memory);
    }

    Policy policy() {
        return new Policy(ownDomains, zone, approvedTargets, approvedApps, helpdesk);
    }
}
