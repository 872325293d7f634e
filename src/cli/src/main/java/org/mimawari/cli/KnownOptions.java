package org.mimawari.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.mimawari.cli.config.TenantConfiguration.Approved;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.ConnectorException.Problem;
import org.mimawari.evidence.MailboxAddress;
import picocli.CommandLine.Option;

/** The options that say what the operator knows already. */
final class KnownOptions {

    @Option(names = "--alias", paramLabel = "ALIAS=MAILBOX",
            description = "Another name of a mailbox; repeat as needed.")
    private Map<String, String> aliases = new LinkedHashMap<>();

    @Option(names = "--approve-target", split = ",", paramLabel = "ADDRESS|DOMAIN",
            description = "Where mail may be forwarded to.")
    private List<String> targets = new ArrayList<>();

    @Option(names = "--mmdb", paramLabel = "FILE",
            description = "A MaxMind DB file with countries or networks of addresses; repeat for several.")
    private List<Path> places = new ArrayList<>();

    List<Path> places() {
        return places;
    }

    Approved approved() {
        Set<String> lower = new HashSet<>();
        targets.forEach(target -> lower.add(target.strip().toLowerCase(Locale.ROOT)));
        return new Approved(lower, Set.of(), Set.of());
    }

    /** @throws ConnectorException where one of them is no address */
    Map<MailboxAddress, MailboxAddress> aliases() throws ConnectorException {
        Map<MailboxAddress, MailboxAddress> known = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : aliases.entrySet()) {
            known.put(address(entry.getKey()), address(entry.getValue()));
        }
        return known;
    }

    private static MailboxAddress address(String text) throws ConnectorException {
        return MailboxAddress.find(text).orElseThrow(
                () -> new ConnectorException(Problem.USAGE, "--alias: '" + text + "' is no mailbox address"));
    }
}
