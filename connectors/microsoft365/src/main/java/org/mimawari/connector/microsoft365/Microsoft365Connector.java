package org.mimawari.connector.microsoft365;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.mimawari.connector.Checkpoints;
import org.mimawari.connector.Connector;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.Sight;
import org.mimawari.connector.microsoft365.collect.Collecting;
import org.mimawari.connector.microsoft365.collect.FirstLook;
import org.mimawari.connector.microsoft365.collect.Tenant;
import org.mimawari.connector.microsoft365.graph.GraphClient;
import org.mimawari.connector.microsoft365.graph.LoginTokens;
import org.mimawari.connector.microsoft365.graph.PageStore;
import org.mimawari.connector.microsoft365.graph.Waiting;

/**
 * Reads a tenant of Microsoft 365 through Microsoft Graph. Asks only, changes nothing: every request is a GET, but for the
 * POST that begins a search of the audit log.
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
        Instant now = waiting.now().truncatedTo(ChronoUnit.SECONDS);
        sink.enter(name());
        Collecting what = new Collecting(settings.endpoint().cloud(), settings.kinds(), settings.since().from(now)
                .truncatedTo(ChronoUnit.SECONDS), settings.own(), settings.mailboxes(), settings.parallel());
        try (GraphClient client = client(now)) {
            new Tenant(what, client, PageStore.NONE, new Tenant.Sinks(sink, checkpoints), now).collect();
        }
    }

    @Override
    public List<Sight> look() throws ConnectorException {
        try (GraphClient client = client(waiting.now())) {
            return new FirstLook(client, settings.endpoint().cloud()).look(settings.kinds());
        }
    }

    private GraphClient client(Instant now) {
        LoginTokens tokens = new LoginTokens(settings.endpoint(), settings.tenant(), settings.client(), settings.way());
        return new GraphClient(settings.endpoint(), tokens, waiting, settings.parallel(), now.plus(settings.deadline()));
    }
}
