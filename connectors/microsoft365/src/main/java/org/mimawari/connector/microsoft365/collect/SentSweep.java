package org.mimawari.connector.microsoft365.collect;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mimawari.connector.export.exchange.GraphAnswers;
import org.mimawari.connector.microsoft365.graph.Listing;
import org.mimawari.connector.microsoft365.graph.Service;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.live.Missed;
import org.mimawari.live.RefusedKinds;
import org.mimawari.live.ServiceException;

/**
 * The mail in a Sent folder, or what its owner wrote among recoverable items: who, to whom, when and about what, never
 * texts. Graph shows no internet headers of it.
 */
final class SentSweep {

    private static final Duration OVERLAP = Duration.ofHours(1);
    private static final String TITLE = "Graph messages, sent";
    private static final String SELECT = "$select=id,internetMessageId,subject,sentDateTime,from,sender,replyTo,toRecipients,"
            + "ccRecipients,bccRecipients,isDraft,parentFolderId&$top=500";

    private final Round round;
    private final RefusedKinds<Kind> refused;

    SentSweep(Round round, RefusedKinds<Kind> refused) {
        this.round = round;
        this.refused = refused;
    }

    static String list(Kind kind) {
        return kind == Kind.SENT ? "sentitems" : "recoverableitemsdeletions";
    }

    /** Reads the folder; says why where it could not be read whole. */
    Optional<ServiceException> read(Kind kind, Account account) throws InterruptedException {
        String source = Round.source(account.address(), list(kind));
        LogSweep.Swept swept = new LogSweep(round, source, LogSweep.IN_ONE, OVERLAP)
                .read((from, to, sink) -> slice(kind, account, new GraphAnswers(sink), path(kind, account, from, to)));
        swept.failure().ifPresentOrElse(why -> refused.refused(kind, why), () -> refused.shown(kind));
        Optional<MailboxAddress> mailbox = Optional.of(account.address());
        swept.failure().ifPresentOrElse(why -> round.missed(source, TITLE, EvidenceKind.SENT_MESSAGE, mailbox,
                Missed.of(Explained.of(kind, why), swept.fresh() > 0)),
                () -> round.whole(source, TITLE, EvidenceKind.SENT_MESSAGE, mailbox));
        return swept.failure();
    }

    private static String path(Kind kind, Account account, Instant from, Instant to) {
        String field = kind == Kind.SENT ? "sentDateTime" : "lastModifiedDateTime";
        return "/v1.0/users/" + account.id() + "/mailFolders/" + list(kind) + "/messages?$filter=" + field + "%20ge%20" + from
                + "%20and%20" + field + "%20lt%20" + to + "&" + SELECT;
    }

    private Listing.Outcome slice(Kind kind, Account account, GraphAnswers answers, String path) throws InterruptedException {
        GraphAnswers.Of of = kind == Kind.SENT ? GraphAnswers.Of.SENT_MESSAGES : GraphAnswers.Of.MESSAGES;
        String source = Round.source(account.address(), list(kind));
        return new Listing(round.client(), Service.OUTLOOK, round.store()).read(path, Listing.Records.ofTrees(fields ->
                round.sink().inTurn(() -> answers.take(of, source, Optional.of(account.address()), fields))));
    }
}
