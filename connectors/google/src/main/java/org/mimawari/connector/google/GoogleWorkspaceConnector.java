package org.mimawari.connector.google;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.mimawari.connector.Checkpoints;
import org.mimawari.connector.Connector;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.ConnectorException.Problem;
import org.mimawari.connector.Cost;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.Sight;
import org.mimawari.connector.google.api.GoogleClient;
import org.mimawari.connector.google.collect.Collecting;
import org.mimawari.connector.google.collect.FirstLook;
import org.mimawari.connector.google.collect.Workspace;
import org.mimawari.live.PageStore;
import org.mimawari.live.Resuming;
import org.mimawari.live.Waiting;

/**
 * Reads an organisation in Google Workspace through Google's APIs. Asks only, changes nothing: every request is a GET, but
 * for those to the token server.
 */
public final class GoogleWorkspaceConnector implements Connector {

    private final GoogleSettings settings;
    private final Waiting waiting;

    GoogleWorkspaceConnector(GoogleSettings settings, Waiting waiting) {
        this.settings = settings;
        this.waiting = waiting;
    }

    /** The name of the mail system, as exports of it have it too. */
    @Override
    public String name() {
        return "google-workspace";
    }

    @Override
    public void collect(EvidenceSink sink) throws ConnectorException {
        collect(sink, Checkpoints.NONE);
    }

    @Override
    public void collect(EvidenceSink sink, Checkpoints checkpoints) throws ConnectorException {
        sink.enter(name());
        Instant now = waiting.now().truncatedTo(ChronoUnit.SECONDS);
        Workspace.Sinks sinks = new Workspace.Sinks(sink, checkpoints);
        resuming().read(checkpoints, now, (store, begun) -> collect(sinks, store, begun));
    }

    @Override
    public void settled() throws ConnectorException {
        resuming().settled();
    }

    private Resuming resuming() {
        return new Resuming(settings.resume(), name() + " " + settings.admin(), settings.endpoint() + " "
                + settings.kinds().stream().sorted().toList() + " " + settings.since());
    }

    private void collect(Workspace.Sinks sinks, PageStore store, Instant now) throws ConnectorException {
        Collecting what = new Collecting(settings.kinds(), settings.since().from(now).truncatedTo(ChronoUnit.SECONDS),
                settings.own(), settings.mailboxes(), settings.parallel());
        Instant start = waiting.now();
        try (GoogleClient client = client(start)) {
            int mailboxes = new Workspace(what, client, store, sinks, now).collect();
            sinks.sink().cost(new Cost(name(), mailboxes, client.tally().requests(), client.tally().refused(),
                    Duration.between(start, waiting.now())));
        }
    }

    @Override
    public List<Sight> look() throws ConnectorException {
        Instant now = waiting.now();
        try (GoogleClient client = client(now)) {
            return new FirstLook(client, now).look(settings.kinds());
        }
    }

    private GoogleClient client(Instant now) throws ConnectorException {
        GoogleClient.Identity identity = new GoogleClient.Identity(settings.key().json(), settings.admin());
        try {
            return new GoogleClient(settings.endpoint(), identity, new GoogleClient.Limits(settings.parallel(),
                    now.plus(settings.deadline())), waiting);
        } catch (IOException | IllegalArgumentException e) {
            throw new ConnectorException(Problem.CREDENTIALS, "the key is not the JSON key of a service account", e);
        }
    }
}
