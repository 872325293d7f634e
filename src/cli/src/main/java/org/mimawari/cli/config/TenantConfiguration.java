package org.mimawari.cli.config;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.incident.Suppression;

/**
 * One tenant of the configuration.
 *
 * @param aliases other name to mailbox
 * @param roles mailboxes whose kind cannot be told from their names
 * @param places MaxMind DB files with countries or networks
 * @param required kinds of evidence without which no mailbox is called clean; empty for the usual ones
 * @param missing a secret of the tenant that is not there, in one sentence: without it nothing of it can be read
 */
public record TenantConfiguration(
        String name,
        List<String> ownDomains,
        Optional<ZoneId> zone,
        Map<MailboxAddress, MailboxAddress> aliases,
        Map<MailboxAddress, MailboxKind> roles,
        Approved approved,
        List<Path> places,
        Set<EvidenceKind> required,
        List<Suppression> suppressions,
        List<ConnectorConfiguration> connectors,
        Optional<String> missing) {

    /** A tenant of which only the name could be read. */
    static TenantConfiguration without(String name, String missing) {
        return new TenantConfiguration(name, List.of(), Optional.empty(), Map.of(), Map.of(),
                new Approved(Set.of(), Set.of(), Set.of()), List.of(), Set.of(), List.of(), List.of(),
                Optional.of(missing));
    }

    /** What the operator knows to be wanted. */
    public record Approved(Set<String> forwardTargets, Set<String> apps, Set<String> helpdesk) {}

    /** The settings of one connector; secrets are already values. */
    public record ConnectorConfiguration(String type, Map<String, List<String>> values) {

        /** Never shows a value: it may be a secret. */
        @Override
        public String toString() {
            return type + values.keySet();
        }
    }
}
