package org.mimawari.connector.microsoft365.collect;

import java.time.Duration;
import java.util.Optional;
import org.mimawari.connector.export.exchange.GraphAnswers;
import org.mimawari.connector.microsoft365.graph.GraphException;
import org.mimawari.connector.microsoft365.graph.Listing;
import org.mimawari.connector.microsoft365.graph.Service;
import org.mimawari.evidence.EvidenceKind;

/**
 * The mail in a Sent folder, or what its owner wrote among recoverable items: who, to whom, when and about what, never
 * texts. Graph shows no internet headers of it.
 */
final class SentSweep {

    private static final Duration OVERLAP = Duration.ofHours(1);
    private static final String SELECT = "$select=id,internetMessageId,subject,sentDateTime,from,sender,replyTo,toRecipients,"
            + "ccRecipients,bccRecipients,isDraft,parentFolderId&$top=500";

    private final Round round;
    private final RefusedKinds refused;

    SentSweep(Round round, RefusedKinds refused) {
        this.round = round;
        this.refused = refused;
    }

    static String list(Kind kind) {
        return kind == Kind.SENT ? "sentitems" : "recoverableitemsdeletions";
    }

    void read(Kind kind, Account account) throws InterruptedException {
        String source = Round.source(account.address(), list(kind));
        Optional<GraphException> failure = refused.find(kind);
        long fresh = 0;
        if (failure.isEmpty()) {
            LogSweep.Swept swept = new LogSweep(round, source, LogSweep.IN_ONE, OVERLAP).read((from, to, sink) -> {
                GraphAnswers answers = new GraphAnswers(sink);
                String field = kind == Kind.SENT ? "sentDateTime" : "lastModifiedDateTime";
                GraphAnswers.Of of = kind == Kind.SENT ? GraphAnswers.Of.SENT_MESSAGES : GraphAnswers.Of.MESSAGES;
                return new Listing(round.client(), Service.OUTLOOK, round.store()).read("/v1.0/users/" + account.id()
                        + "/mailFolders/" + list(kind) + "/messages?$filter=" + field + "%20ge%20" + from + "%20and%20" + field
                        + "%20lt%20" + to + "&" + SELECT, Listing.Records.ofTrees(fields -> round.sink().inTurn(() ->
                        answers.take(of, source, Optional.of(account.address()), fields))));
            });
            failure = swept.failure();
            fresh = swept.fresh();
        }
        failure.ifPresentOrElse(why -> refused.refused(kind, why), () -> refused.shown(kind));
        boolean some = fresh > 0;
        failure.ifPresentOrElse(why -> round.missed(source, "Graph messages, sent", EvidenceKind.SENT_MESSAGE,
                Optional.of(account.address()), Round.Missed.of(why, some)),
                () -> round.whole(source, "Graph messages, sent", EvidenceKind.SENT_MESSAGE, Optional.of(account.address())));
    }
}
