package org.mimawari.connector.microsoft365.collect;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import com.fasterxml.jackson.core.JsonParser;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.ForwardingSink;
import org.mimawari.connector.export.microsoft.AuditAnswers;
import org.mimawari.connector.export.tree.Tree;
import org.mimawari.connector.microsoft365.graph.Listing;
import org.mimawari.connector.microsoft365.graph.Single;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.live.Missed;
import org.mimawari.live.Reason;
import org.mimawari.live.ServiceException;

/**
 * Searches the unified audit log: asks for a search, waits until it is done, reads what it found and compares the count.
 * Begins with v1.0 and goes to beta where v1.0 does not know it. Asking for a search is the only thing ever posted.
 */
final class AuditSearch {

    private static final String SOURCE = Round.ROOT + "security/auditLog";
    private static final Duration SLICE = Duration.ofDays(7);
    /** Records may come a day late. */
    private static final Duration LATE = Duration.ofHours(24);
    private static final Duration FIRST_LOOK = Duration.ofSeconds(2);
    private static final Duration NEXT_LOOK = Duration.ofSeconds(20);
    private static final Set<String> WAITING = Set.of("notstarted", "running");
    private static final int MOST_READINGS = 2;

    private static final List<EvidenceKind> UNSEEN = List.of(EvidenceKind.SETTING_CHANGE, EvidenceKind.MAIL_ACCESS,
            EvidenceKind.MAIL_SEARCH, EvidenceKind.MAIL_REMOVAL);

    private final Round round;
    private final OwnDomains own;
    private String version = "v1.0";
    private long number;

    AuditSearch(Round round, OwnDomains own) {
        this.round = round;
        this.own = own;
    }

    void read() throws InterruptedException {
        // One teller of what is in the log for all slices; the sink changes with the slice.
        RelaySink relay = new RelaySink(round.sink());
        AuditAnswers answers = new AuditAnswers(SOURCE, own, relay);
        LogSweep.Swept swept = new LogSweep(round, SOURCE, SLICE, LATE).read((from, to, sink) -> {
            relay.to(sink);
            return slice(from, to, answers);
        });
        relay.to(round.sink());
        Optional<Missed> missed = swept.missed(Kind.AUDIT_LOG);
        if (missed.isPresent() && !missed.get().some()) {
            for (EvidenceKind kind : UNSEEN) {
                round.missed(SOURCE, "Microsoft 365 unified audit log", kind, Optional.empty(), missed.get());
            }
        } else {
            answers.cover(missed.map(Missed::line));
        }
    }

    private Listing.Outcome slice(Instant from, Instant to, AuditAnswers answers) throws InterruptedException {
        try {
            String key = "audit search " + from + " " + to;
            Optional<byte[]> kept = round.store().find(key, 0);
            String id;
            if (kept.isPresent()) {
                String[] parts = new String(kept.get(), StandardCharsets.UTF_8).split(" ", 2);
                version = parts[0];
                id = parts[1];
            } else {
                id = begun(from, to);
                round.store().keep(key, 0, (version + " " + id).getBytes(StandardCharsets.UTF_8));
            }
            await(id);
            return records(id, answers);
        } catch (ServiceException e) {
            return new Listing.Outcome(0, OptionalLong.empty(), Optional.of(e));
        }
    }

    private String begun(Instant from, Instant to) throws ServiceException, InterruptedException {
        String asked = "{\"displayName\":\"mimawari\",\"filterStartDateTime\":\"" + from.truncatedTo(ChronoUnit.SECONDS)
                + "\",\"filterEndDateTime\":\"" + to.truncatedTo(ChronoUnit.SECONDS) + "\"}";
        byte[] answer;
        try {
            answer = round.client().postAuditSearch(version, asked);
        } catch (ServiceException e) {
            boolean unknown = version.equals("v1.0") && (e.status() == 404 || e.status() == 400 || e.status() == 501);
            if (!unknown) {
                throw e;
            }
            version = "beta";
            answer = round.client().postAuditSearch(version, asked);
        }
        return Single.of(answer).find("id").flatMap(Account::safeId)
                .orElseThrow(() -> new ServiceException(Reason.BAD_DATA, "the search that was begun has no id"));
    }

    private void await(String id) throws ServiceException, InterruptedException {
        Duration pause = FIRST_LOOK;
        while (true) {
            Tree search = Single.of(round.client().get(Kind.AUDIT_LOG.service(), "/" + version + "/security/auditLog/queries/" + id));
            String status = search.find("status").orElse("").toLowerCase(Locale.ROOT);
            if (status.equals("succeeded")) {
                return;
            }
            if (!WAITING.contains(status)) {
                throw new ServiceException(Reason.SERVICE_ERROR, "the search ended as " + status);
            }
            round.client().pause(pause);
            pause = pause.plus(pause).compareTo(NEXT_LOOK) > 0 ? NEXT_LOOK : pause.plus(pause);
        }
    }

    private void take(JsonParser parser, AuditAnswers answers) throws IOException {
        synchronized (round.sink()) {
            answers.take(parser, number++);
        }
    }

    /** The same search read twice has been seen to give different counts: then it is read again, and told apart by ids. */
    private Listing.Outcome records(String id, AuditAnswers answers) throws InterruptedException {
        Listing listing = new Listing(round.client(), Kind.AUDIT_LOG.service(), round.store());
        Listing.Outcome outcome = new Listing.Outcome(0, OptionalLong.empty(), Optional.empty());
        String plain = "/" + version + "/security/auditLog/queries/" + id + "/records";
        String list = plain + "?$top=1000&$count=true";
        for (int readings = 0; readings < MOST_READINGS; readings++) {
            outcome = listing.read(list, parser -> take(parser, answers));
            if (readings == 0 && outcome.records() == 0 && outcome.failure().filter(why -> why.status() == 400).isPresent()) {
                // Not every version counts.
                outcome = listing.read(plain, parser -> take(parser, answers));
            }
            boolean agrees = outcome.count().isEmpty() || outcome.count().getAsLong() == outcome.records();
            if (!outcome.isWhole() || agrees) {
                return outcome;
            }
            round.store().discard(list);
        }
        return new Listing.Outcome(outcome.records(), outcome.count(), Optional.of(new ServiceException(Reason.BAD_DATA,
                "the search says it found " + outcome.count().getAsLong() + " records and showed " + outcome.records())));
    }

    /** Hands on to one sink after the other. */
    private static final class RelaySink extends ForwardingSink {

        private EvidenceSink sink;

        private RelaySink(EvidenceSink sink) {
            this.sink = sink;
        }

        private void to(EvidenceSink next) {
            sink = next;
        }

        @Override
        protected EvidenceSink behind() {
            return sink;
        }
    }
}
