package org.mimawari.connector.microsoft365.collect;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mimawari.connector.export.exchange.TraceAnswers;
import org.mimawari.connector.microsoft365.graph.Cloud;
import org.mimawari.connector.microsoft365.graph.Listing;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.live.Missed;
import org.mimawari.live.Reason;

/**
 * Sweeps the message trace: all mail that was sent, also what left no copy in a Sent folder or was deleted there. Graph
 * heeds one condition for each property of a filter only, so a slice is asked for by its two ends and nothing else.
 */
final class TraceSweep {

    private static final String SOURCE = Round.ROOT + "v1.0/admin/exchange/tracing/messageTraces";
    private static final String TITLE = "Exchange message trace";
    private static final Duration SLICE = Duration.ofDays(1);
    private static final Duration LATE = Duration.ofHours(2);
    private static final Duration KEPT = Duration.ofDays(90);

    private final Round round;
    private final Cloud cloud;
    private final OwnDomains own;

    TraceSweep(Round round, Cloud cloud, OwnDomains own) {
        this.round = round;
        this.cloud = cloud;
        this.own = own;
    }

    void read() throws InterruptedException {
        if (!cloud.hasMessageTrace()) {
            missed(Missed.of(Reason.NOT_SUPPORTED_IN_CLOUD, "message trace is offered in the global cloud only", false));
            return;
        }
        if (own.isEmpty()) {
            missed(Missed.of(Reason.BAD_DATA,
                    "nobody says which domains are own, so sent mail cannot be told from received mail", false));
            return;
        }
        Listing listing = new Listing(round.client(), Kind.MESSAGE_TRACE.service(), round.store());
        LogSweep.Swept swept = new LogSweep(round, SOURCE, SLICE, LATE).read((from, to, sink) -> {
            TraceAnswers answers = new TraceAnswers(SOURCE, own, sink);
            long[] number = {0};
            Listing.Outcome outcome = listing.read("/v1.0/admin/exchange/tracing/messageTraces?$filter=receivedDateTime%20ge%20"
                    + from + "%20and%20receivedDateTime%20le%20" + to + "&$top=5000", Listing.Records.ofTrees(fields ->
                    round.sink().inTurn(() -> answers.take(fields, number[0]++))));
            round.sink().inTurn(answers::close);
            return outcome;
        });
        Instant oldest = round.now().minus(KEPT);
        Optional<Missed> missed = swept.missed(Kind.MESSAGE_TRACE);
        if (missed.isPresent()) {
            missed(missed.get());
        } else if (swept.from().isBefore(oldest)) {
            missed(Missed.of(Reason.OUT_OF_RETENTION, "it is kept for " + KEPT.toDays() + " days: what is before "
                    + oldest + " is missing", true));
        } else {
            round.whole(SOURCE, TITLE, EvidenceKind.SENT_MESSAGE, Optional.empty());
        }
    }

    private void missed(Missed why) {
        round.missed(SOURCE, TITLE, EvidenceKind.SENT_MESSAGE, Optional.empty(), why);
    }
}
