package org.mimawari.connector.microsoft365;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.mimawari.connector.Checkpoints;
import org.mimawari.connector.Connector;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.Cost;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.Sight;
import org.mimawari.connector.microsoft365.collect.Collecting;
import org.mimawari.connector.microsoft365.collect.FirstLook;
import org.mimawari.connector.microsoft365.collect.Tenant;
import org.mimawari.connector.microsoft365.graph.Endpoint;
import org.mimawari.connector.microsoft365.graph.GraphClient;
import org.mimawari.connector.microsoft365.graph.LoginTokens;
import org.mimawari.live.PageStore;
import org.mimawari.live.Resuming;
import org.mimawari.live.Waiting;

/**
 * Reads a tenant of Microsoft 365 through Microsoft Graph. Asks only, changes nothing: every request is a GET, but for the
 * POST that begins a search of the audit log and, where somebody switched that route on, commands of Exchange that show.
 */
public final class Microsoft365Connector implements Connector {

    private final Microsoft365Settings settings;
    private final Waiting waiting;

    Microsoft365Connector(Microsoft365Settings settings, Waiting waiting) {
        this.settings = settings;
        this.waiting = waiting;
    }

    /** The name of the mail system, as exports of it have it too. */
    @Override
    public String name() {
        return "microsoft-365";
    }

    @Override
    public void collect(EvidenceSink sink) throws ConnectorException {
        collect(sink, Checkpoints.NONE);
    }

    @Override
    public void collect(EvidenceSink sink, Checkpoints checkpoints) throws ConnectorException {
        sink.enter(name());
        Instant now = waiting.now().truncatedTo(ChronoUnit.SECONDS);
        Tenant.Sinks sinks = new Tenant.Sinks(sink, checkpoints);
        resuming().read(checkpoints, now, (store, begun) -> collect(sinks, store, begun));
    }

    @Override
    public void settled() throws ConnectorException {
        resuming().settled();
    }

    private Resuming resuming() {
        return new Resuming(settings.resume(), name() + " " + settings.tenant() + " " + settings.client(),
                settings.kinds().stream().sorted().toList() + " " + settings.since());
    }

    private void collect(Tenant.Sinks sinks, PageStore store, Instant now) throws ConnectorException {
        Collecting what = new Collecting(settings.endpoint().cloud(), settings.kinds(), settings.since().from(now)
                .truncatedTo(ChronoUnit.SECONDS), settings.own(), settings.interactive(), settings.mailboxes(),
                settings.parallel());
        Instant start = waiting.now();
        try (GraphClient graph = client(settings.endpoint(), start);
                GraphClient exchange = client(settings.endpoint().exchange(), start)) {
            int mailboxes = new Tenant(what, new Tenant.Services(graph, exchange, settings.tenant()), store, sinks, now)
                    .collect();
            sinks.sink().cost(new Cost(name(), mailboxes, graph.tally().requests() + exchange.tally().requests(),
                    graph.tally().refused() + exchange.tally().refused(), Duration.between(start, waiting.now())));
        }
    }

    @Override
    public List<Sight> look() throws ConnectorException {
        Instant start = waiting.now();
        try (GraphClient graph = client(settings.endpoint(), start);
                GraphClient exchange = client(settings.endpoint().exchange(), start)) {
            Tenant.Services services = new Tenant.Services(graph, exchange, settings.tenant());
            return new FirstLook(services, settings.endpoint().cloud()).look(settings.kinds());
        }
    }

    private GraphClient client(Endpoint endpoint, Instant now) {
        LoginTokens tokens = new LoginTokens(endpoint, settings.tenant(), settings.client(), settings.way());
        return new GraphClient(endpoint, tokens, waiting, settings.parallel(), now.plus(settings.deadline()));
    }
}
