package org.mimawari.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.mimawari.cli.config.ConfigurationException;
import org.mimawari.cli.config.TenantConfiguration;
import org.mimawari.connector.Connector;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.ConnectorException.Problem;
import org.mimawari.connector.Fingerprint;
import org.mimawari.connector.RawRecords;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.report.json.SafeJson;
import org.mimawari.report.wording.FindingText;
import org.mimawari.report.wording.Phrasing;
import org.mimawari.scan.Cluster;
import org.mimawari.scan.MmdbPlaces;
import org.mimawari.scan.PlaceTable;
import org.mimawari.scan.Progress;
import org.mimawari.scan.Scan;
import org.mimawari.scan.ScanResult;
import org.mimawari.scan.ScanSettings;
import org.mimawari.scan.round.IncidentWords;
import org.mimawari.scan.round.NamedConnector;
import org.mimawari.scan.round.Round;
import org.mimawari.scan.round.RoundResult;
import org.mimawari.scan.round.RoundSettings;
import org.mimawari.store.state.State;
import org.mimawari.store.state.StateException;

/** A tenant ready to be scanned: its configuration, with what the command line adds. */
final class TenantPlan {

    /** What the tenant is called whose evidence is named on the command line. */
    static final String EXPORT = "export";

    /** Settings of connectors that may be shown; what is not named here may be a secret. */
    private static final Set<String> NOT_SECRET = Set.of("paths", "mailbox", "role", "host", "port", "security", "sieve",
            "mailboxes", "zone", "own-domains", "since", "kinds", "cloud", "parallel");

    private final TenantConfiguration tenant;
    private final ZoneId zone;

    TenantPlan(TenantConfiguration tenant, ZoneId zone) {
        this.tenant = tenant;
        this.zone = zone;
    }

    String name() {
        return tenant.name();
    }

    ZoneId zone() {
        return zone;
    }

    /**
     * Scans the tenant.
     *
     * @throws ConnectorException where a connector's settings are wrong
     * @throws ConfigurationException where a table of places cannot be read
     */
    ScanResult scan(Clock clock, Progress progress) throws ConnectorException, ConfigurationException, IOException {
        return scan(clock, progress, UnaryOperator.identity());
    }

    /** As {@link #scan(Clock, Progress)}, with something put around each connector. */
    ScanResult scan(Clock clock, Progress progress, UnaryOperator<Connector> around)
            throws ConnectorException, ConfigurationException, IOException {
        List<Connector> connectors = connectors().stream().map(around).toList();
        if (tenant.places().isEmpty()) {
            return new Scan(settings(PlaceTable.NONE), clock, progress, Version.number()).run(connectors);
        }
        try (MmdbPlaces places = places()) {
            return new Scan(settings(places), clock, progress, Version.number()).run(connectors);
        }
    }

    /**
     * Has the tenant scanned by a cluster.
     *
     * @throws ConnectorException where evidence would have to be asked for over the network, which no cluster does
     */
    ScanResult scan(ClusterOptions options, Clock clock, Progress progress) throws ConnectorException, IOException {
        for (TenantConfiguration.ConnectorConfiguration each : tenant.connectors()) {
            if (!each.type().equals(EXPORT)) {
                throw new ConnectorException(Problem.USAGE, "the tenant '" + name() + "' has a connector of the type '"
                        + each.type()
                        + "': a cluster scans exported files only, as more machines may not ask a service more often");
            }
        }
        List<Map<String, List<String>>> exports = new ArrayList<>();
        for (TenantConfiguration.ConnectorConfiguration each : tenant.connectors()) {
            exports.add(Connectors.values(each, tenant.ownDomains(), zone.getId()));
        }
        return ClusterOptions.cluster().scan(new Cluster.Order(options.master(), settings(PlaceTable.NONE), exports,
                tenant.places(), options.tables()), clock, progress, Version.number());
    }

    private List<Connector> connectors() throws ConnectorException {
        return Connectors.of(tenant, zone.getId());
    }

    /** Shows cited records again, as far as their sources can. */
    void reread(Set<EvidenceRef> wanted, RawRecords taker) throws ConnectorException {
        for (Connector connector : connectors()) {
            try (connector) {
                connector.reread(wanted, taker);
            }
        }
    }

    /** Says to the connectors that what was read is safe. */
    void settled() throws ConnectorException {
        for (Connector connector : connectors()) {
            try (connector) {
                connector.settled();
            }
        }
    }

    /** The configuration with nothing secret in it. */
    void describe(SafeJson json) throws IOException {
        json.text("tenant", tenant.name());
        json.texts("ownDomains", tenant.ownDomains());
        json.text("zone", zone.getId());
        json.texts("required", tenant.required().stream().map(EvidenceKind::word).sorted().toList());
        json.texts("approvedTargets", new TreeSet<>(tenant.approved().forwardTargets()));
        json.texts("approvedApps", new TreeSet<>(tenant.approved().apps()));
        json.texts("places", tenant.places().stream().map(Path::toString).toList());
        json.list("suppressions", tenant.suppressions(), each -> {
            json.text("indicator", each.indicator());
            json.text("mailbox", each.mailbox());
            json.text("reason", each.reason());
            json.text("owner", each.owner());
            json.text("until", each.until().toString());
        });
        json.list("connectors", tenant.connectors(), each -> {
            json.text("type", each.type());
            for (Map.Entry<String, List<String>> value : new TreeMap<>(each.values()).entrySet()) {
                json.texts(value.getKey(), NOT_SECRET.contains(value.getKey()) ? value.getValue() : List.of("(removed)"));
            }
        });
    }

    /**
     * Does a round over the tenant, within the state's transaction.
     *
     * @throws ConnectorException where a connector's settings are wrong
     * @throws ConfigurationException where a table of places cannot be read
     * @throws StateException where the state cannot be read or written
     */
    RoundResult round(State state, RoundPlan plan, Clock clock, Progress progress)
            throws ConnectorException, ConfigurationException, StateException, IOException {
        List<NamedConnector> connectors = new ArrayList<>();
        for (Connector connector : connectors()) {
            connectors.add(new NamedConnector(connector.name() + "#" + (connectors.size() + 1), connector));
        }
        if (tenant.places().isEmpty()) {
            return round(state, plan, settings(PlaceTable.NONE), clock, progress, connectors);
        }
        try (MmdbPlaces places = places()) {
            return round(state, plan, settings(places), clock, progress, connectors);
        }
    }

    private RoundResult round(State state, RoundPlan plan, ScanSettings settings, Clock clock, Progress progress,
            List<NamedConnector> connectors) throws ConnectorException, StateException, IOException {
        RoundSettings round = new RoundSettings(settings, plan.remembered(), plan.expected(),
                Version.number() + " " + Fingerprint.of(tenant.toString(), zone.getId()));
        FindingText text = new FindingText(new Phrasing(plan.language(), zone));
        IncidentWords words = incident -> incident.findings().stream().map(text::sentence).toList();
        return new Round(round, words, clock, progress, Version.number()).run(state, connectors);
    }

    private MmdbPlaces places() throws ConfigurationException {
        try {
            return new MmdbPlaces(tenant.places());
        } catch (IOException e) {
            throw new ConfigurationException("cannot read a table of places among " + tenant.places()
                    + ": expected MaxMind DB files");
        }
    }

    private ScanSettings settings(PlaceTable places) {
        ScanSettings usual = ScanSettings.of(tenant.name(), new OwnDomains(new LinkedHashSet<>(tenant.ownDomains())), zone);
        return new ScanSettings(usual.tenant(), usual.ownDomains(), zone, tenant.aliases(), tenant.roles(),
                tenant.approved().forwardTargets(), tenant.approved().apps(), tenant.approved().helpdesk(),
                tenant.suppressions(), tenant.required().isEmpty() ? ScanSettings.REQUIRED : tenant.required(), places,
                usual.memory());
    }

    /** The plan for exported evidence named on the command line. */
    static TenantPlan ofExport(ExportOptions export, KnownOptions known) throws ConnectorException {
        List<String> domains = export.ownDomains();
        TenantConfiguration tenant = new TenantConfiguration(EXPORT, domains, Zones.parsed(export.zone()),
                known.aliases(), Map.of(), known.approved(), known.places(), Set.of(), List.of(),
                List.of(new TenantConfiguration.ConnectorConfiguration("export", export.values())), Optional.empty());
        return new TenantPlan(tenant, Zones.of(tenant.zone(), domains));
    }

    /** The plan for a configured tenant; what the command line knows is added to it. */
    static TenantPlan ofConfiguration(TenantConfiguration tenant, ExportOptions export, KnownOptions known)
            throws ConnectorException {
        List<String> domains = new ArrayList<>(tenant.ownDomains());
        domains.addAll(export.ownDomains());
        Map<MailboxAddress, MailboxAddress> aliases = new LinkedHashMap<>(tenant.aliases());
        aliases.putAll(known.aliases());
        List<Path> places = new ArrayList<>(tenant.places());
        places.addAll(known.places());
        Set<String> targets = new HashSet<>(tenant.approved().forwardTargets());
        targets.addAll(known.approved().forwardTargets());
        Optional<ZoneId> zone = Zones.parsed(export.zone()).or(tenant::zone);
        TenantConfiguration more = new TenantConfiguration(tenant.name(), domains, zone, aliases, tenant.roles(),
                new TenantConfiguration.Approved(targets, tenant.approved().apps(), tenant.approved().helpdesk()), places,
                tenant.required(), tenant.suppressions(), tenant.connectors(), tenant.missing());
        return new TenantPlan(more, Zones.of(zone, domains));
    }
}
