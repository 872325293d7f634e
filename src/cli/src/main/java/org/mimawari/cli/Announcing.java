package org.mimawari.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.mimawari.announce.AnnounceOutcome;
import org.mimawari.announce.Announcement;
import org.mimawari.announce.Announcer;
import org.mimawari.announce.Channel;
import org.mimawari.announce.StateOutbox;
import org.mimawari.announce.setting.ChannelConfiguration;
import org.mimawari.announce.setting.ChannelReader;
import org.mimawari.announce.setting.SettingException;
import org.mimawari.announce.setting.Surroundings;
import org.mimawari.cli.config.AuditConfiguration;
import org.mimawari.cli.config.ConfigurationException;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.incident.KnownIncident;
import org.mimawari.report.wording.Language;
import org.mimawari.report.wording.Wording;
import org.mimawari.scan.MailboxResult;
import org.mimawari.scan.round.RoundResult;
import org.mimawari.store.state.State;
import org.mimawari.store.state.StateException;

/** Tells what rounds found on the configured channels, and never to a mailbox that is itself suspected. */
final class Announcing {

    private final List<Channel> channels;
    private final Clock clock;
    private final Console console;
    private final Wording wording;
    private final Random random = new Random();
    private final Map<String, Set<String>> suspected = new HashMap<>();

    /** @throws ConfigurationException where a channel is configured wrongly */
    Announcing(AuditConfiguration audit, Path base, Language language, Console console, Clock clock)
            throws ConfigurationException {
        this.clock = clock;
        this.console = console;
        this.wording = Wording.in(language);
        Surroundings surroundings = new Surroundings(language, ZoneId.systemDefault(), base, clock, hostName(),
                this::isSuspected);
        try {
            channels = new ChannelReader(surroundings).channels(audit.channels().stream()
                    .map(each -> new ChannelConfiguration(each.type(), each.values())).toList());
        } catch (SettingException e) {
            throw new ConfigurationException(e.getMessage());
        }
    }

    /** Puts what the round has to tell into the state's queue, as part of the round. */
    void enqueue(State state, String tenant, RoundResult result) throws StateException {
        suspect(tenant, result);
        enqueue(state, new Announcement(tenant + "/" + result.started().toEpochMilli(), tenant, result.finished(),
                result.changes(), result.failures()));
    }

    /** Puts the failure of a round into the queue. */
    void enqueue(State state, String tenant, Instant now, String failure) throws StateException {
        enqueue(state, new Announcement(tenant + "/failed/" + now.toEpochMilli(), tenant, now, List.of(), List.of(failure)));
    }

    private void enqueue(State state, Announcement announcement) throws StateException {
        StateOutbox outbox = new StateOutbox(state);
        for (Channel channel : channels) {
            if (!announcement.isEmpty()) {
                outbox.putUncommitted(announcement, channel.name(), clock.instant());
            }
        }
    }

    /** Tries whatever waits; what does not get through is said on stderr and tried again in a later round. */
    void deliver(State state) {
        if (channels.isEmpty()) {
            return;
        }
        AnnounceOutcome outcome = new Announcer(channels, new StateOutbox(state), clock, random).tryDue();
        List<String> lines = new ArrayList<>(outcome.postponed());
        lines.addAll(outcome.givenUp());
        lines.forEach(line -> console.err().println("mimawari: announce: " + Plain.text(wording.reason(line))));
    }

    private void suspect(String tenant, RoundResult result) {
        Set<String> addresses = new HashSet<>();
        for (KnownIncident incident : result.incidents()) {
            addresses.add(incident.mailbox());
            result.result().stream().flatMap(each -> each.mailboxes().stream())
                    .filter(mailbox -> mailbox.address().text().equals(incident.mailbox()))
                    .map(MailboxResult::aliases).flatMap(List::stream).map(MailboxAddress::text).forEach(addresses::add);
        }
        suspected.put(tenant, addresses);
    }

    private boolean isSuspected(MailboxAddress address) {
        return suspected.values().stream().anyMatch(known -> known.contains(address.text()));
    }

    private static String hostName() {
        return Optional.ofNullable(System.getenv("HOSTNAME")).filter(name -> !name.isBlank()).orElseGet(() -> {
            try {
                return java.net.InetAddress.getLocalHost().getHostName();
            } catch (IOException e) {
                return "-";
            }
        });
    }
}
