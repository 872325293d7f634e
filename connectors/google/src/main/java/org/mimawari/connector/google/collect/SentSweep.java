package org.mimawari.connector.google.collect;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.export.tree.Tree;
import org.mimawari.connector.export.tree.TreeBuilder;
import org.mimawari.connector.google.api.Json;
import org.mimawari.connector.google.api.Listing;
import org.mimawari.connector.google.api.Scope;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.live.Missed;
import org.mimawari.live.Reason;
import org.mimawari.live.ServiceException;

/**
 * The mail that a user sent: who, to whom, when and about what, never texts. The first round lists it; later ones read on in
 * the mailbox's history, or list it anew where Gmail no longer keeps the history that far back (Gmail API, "Synchronize
 * clients": full synchronization); what was read before then still counts.
 */
final class SentSweep {

    private static final String TITLE = "Gmail messages, sent";
    private static final int PAGE = 500;

    private final Round round;
    private final MailboxAddress user;
    private final String source;
    private final Scope scope;
    private final SentMetadata metadata;
    private final SentMessages messages;

    SentSweep(Round round, MailboxAddress user) {
        this.round = round;
        this.user = user;
        this.source = Round.source(user, Kind.SENT);
        this.scope = Kind.SENT.scope(round.kinds());
        this.metadata = new SentMetadata(source, user);
        this.messages = new SentMessages(round, metadata, source, id -> round.client().calls()
                .message(scope, user, id));
    }

    /** Where reading left off in the mailbox's history. */
    private static Optional<BigInteger> place(String digits) {
        boolean sound = !digits.isEmpty() && digits.length() <= 20 && digits.chars()
                .allMatch(c -> c >= '0' && c <= '9');
        return sound ? Optional.of(new BigInteger(digits)) : Optional.empty();
    }

    /** Reads what was sent; says why where it could not be read whole. */
    Optional<ServiceException> read() throws InterruptedException {
        Optional<BigInteger> last = round.reading().sink().ask(() -> round.reading().checkpoints().find(source))
                .flatMap(SentSweep::place);
        Optional<BigInteger> place = last;
        Optional<ServiceException> failure = Optional.empty();
        try {
            BigInteger now = history();
            read(last);
            place = Optional.of(now);
        } catch (ServiceException e) {
            failure = Optional.of(round.explained(Kind.SENT, e));
        }
        remember(place, failure.isEmpty());
        Optional<MailboxAddress> mailbox = Optional.of(user);
        failure.ifPresentOrElse(why -> round.reading().missed(source, TITLE, EvidenceKind.SENT_MESSAGE, mailbox,
                Missed.of(why, messages.fresh() > 0)),
                () -> round.reading().whole(source, TITLE, EvidenceKind.SENT_MESSAGE, mailbox));
        return failure;
    }

    private void remember(Optional<BigInteger> place, boolean whole) {
        round.reading().sink().inTurn(() -> {
            place.ifPresent(known -> round.reading().checkpoints().put(source, known.toString()));
            if (messages.fresh() == 0 && whole) {
                round.reading().checkpoints().keep(source);
            }
            round.reading().checkpoints().restate(source);
        });
    }

    private BigInteger history() throws ServiceException, InterruptedException {
        Tree profile = Json.object(round.single(round.client().calls().profile(scope, user)));
        return profile.find("historyId").flatMap(SentSweep::place)
                .orElseThrow(() -> new ServiceException(Reason.BAD_DATA, "the mailbox names no history"));
    }

    private void read(Optional<BigInteger> last) throws ServiceException, InterruptedException {
        boolean isResumed = last.isPresent() && resumed(last.get());
        if (!isResumed) {
            last.ifPresent(place -> round.reading().sink().inTurn(() -> round.reading().checkpoints().renew(source)));
            list(round.since());
        }
    }

    /** False where Gmail no longer keeps the history that far back. */
    private boolean resumed(BigInteger last) throws ServiceException, InterruptedException {
        Set<String> ids = new LinkedHashSet<>();
        Optional<ServiceException> failure = round.list("history").read(page ->
                round.client().calls().history(scope, user, last, page),
                Listing.Records.ofTrees(step -> step.at("messagesAdded").items().forEach(added ->
                        added.at("message").find("id").ifPresent(ids::add))));
        if (failure.filter(why -> why.reason() == Reason.OBJECT_GONE).isPresent()) {
            return false;
        }
        messages.read(List.copyOf(ids), Instant.EPOCH);
        if (failure.isPresent()) {
            throw failure.get();
        }
        return true;
    }

    /** Newest first, page by page, until the messages are older than what is wanted. */
    private void list(Instant since) throws ServiceException, InterruptedException {
        Optional<ServiceException> failure = round.list("messages").read(page ->
                round.client().calls().sent(scope, user, page, PAGE), new Ids(since));
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    /** A page's ids are read when the page is done, since reading one asks the service again. */
    private final class Ids implements Listing.Records {

        private final Instant since;
        private final List<String> waiting = new ArrayList<>();

        private Ids(Instant since) {
            this.since = since;
        }

        @Override
        public void take(JsonParser parser) throws IOException {
            Optional<String> id = new TreeBuilder().read(parser).flatMap(fields -> fields.find("id"));
            if (id.isEmpty()) {
                round.reading().sink().inTurn(() -> metadata.reject(round.reading().sink()));
            }
            id.ifPresent(waiting::add);
        }

        @Override
        public void endPage() throws ServiceException, InterruptedException {
            messages.read(waiting, since);
            waiting.clear();
        }

        @Override
        public boolean isEnough() {
            return messages.isOldEnough();
        }
    }
}
