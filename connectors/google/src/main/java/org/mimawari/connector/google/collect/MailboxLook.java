package org.mimawari.connector.google.collect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mimawari.connector.export.google.SettingAnswers;
import org.mimawari.connector.google.api.Call;
import org.mimawari.connector.google.api.Calls;
import org.mimawari.connector.google.api.Json;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.live.HeldSink;
import org.mimawari.live.Missed;
import org.mimawari.live.Reason;
import org.mimawari.live.RefusedKinds;
import org.mimawari.live.ServiceException;
import org.mimawari.live.StateList;

/** Looks at one user: the settings of the mailbox, the mail sent from it, and what may use the account. */
final class MailboxLook {

    private static final String NOW_ONLY = "shows only what is set now";

    private final Round round;
    private final RefusedKinds<Kind> refused;

    MailboxLook(Round round, RefusedKinds<Kind> refused) {
        this.round = round;
        this.refused = refused;
    }

    void look(MailboxAddress user) throws InterruptedException {
        Optional<ServiceException> gone = Optional.empty();
        for (Kind kind : round.kinds()) {
            boolean wanted = kind.isOfUser() && !refused.stopped(kind);
            if (refused.stopped(kind)) {
                round.reading().leave(Round.source(user, kind));
            } else if (wanted && gone.isPresent() && isOfMailbox(kind)) {
                settle(user, kind, new HeldSink(), gone);
            } else if (wanted) {
                Optional<ServiceException> failure = look(user, kind).map(why -> round.explained(kind, why));
                gone = gone.or(() -> failure.filter(why -> isOfMailbox(kind) && isGone(why)));
            }
        }
    }

    private static boolean isOfMailbox(Kind kind) {
        return kind == Kind.SENT || Kind.SETTINGS.contains(kind);
    }

    /** Where there is no mailbox, asking on is of no use. */
    private static boolean isGone(ServiceException why) {
        return why.reason() == Reason.NO_MAILBOX || why.reason() == Reason.OBJECT_GONE;
    }

    private Optional<ServiceException> look(MailboxAddress user, Kind kind) throws InterruptedException {
        if (kind == Kind.SENT) {
            Optional<ServiceException> failure = new SentSweep(round, user).read();
            told(kind, failure);
            return failure;
        }
        HeldSink held = new HeldSink();
        SettingAnswers answers = new SettingAnswers(Round.source(user, kind), held);
        Optional<ServiceException> failure = isSwitch(kind) ? single(user, kind, answers) : list(user, kind, answers);
        settle(user, kind, held, failure);
        return failure;
    }

    private static boolean isSwitch(Kind kind) {
        return switch (kind) {
            case AUTO_FORWARDING, VACATION, IMAP, POP -> true;
            default -> false;
        };
    }

    private Call call(MailboxAddress user, Kind kind) {
        Calls calls = round.client().calls();
        return switch (kind) {
            case TOKENS -> calls.tokens(user);
            case APPLICATION_PASSWORDS -> calls.applicationPasswords(user);
            default -> calls.settings(user, kind.list());
        };
    }

    private Optional<ServiceException> single(MailboxAddress user, Kind kind, SettingAnswers answers)
            throws InterruptedException {
        try {
            byte[] answer = round.single(call(user, kind));
            boolean whole = Json.object(answer).isObject()
                    && Json.hand(answer, parser -> answers.take(of(kind), Optional.of(user), parser));
            return whole ? Optional.empty()
                    : Optional.of(new ServiceException(Reason.BAD_DATA, "the answer is no whole JSON object"));
        } catch (ServiceException e) {
            return Optional.of(e);
        }
    }

    private Optional<ServiceException> list(MailboxAddress user, Kind kind, SettingAnswers answers)
            throws InterruptedException {
        List<byte[]> records = new ArrayList<>();
        Optional<ServiceException> failure = round.list(name(kind)).read(page -> call(user, kind), parser ->
                records.add(Record.bytes(parser)));
        if (kind == Kind.FILTERS && !records.isEmpty()) {
            labels(user, answers);
        }
        Json.Taker taker = parser -> answers.take(of(kind), Optional.of(user), parser);
        records.forEach(record -> Json.hand(record, taker));
        return failure;
    }

    /** Filters name labels by id; what they are called tells whether mail is hidden there. Not to be told is no failure. */
    private void labels(MailboxAddress user, SettingAnswers answers) throws InterruptedException {
        try {
            Json.hand(round.single(round.client().calls().labels(user)), answers::remember);
        } catch (ServiceException idsStay) {
            return;
        }
    }

    /** What Google calls the list in its answer. */
    private static String name(Kind kind) {
        return switch (kind) {
            case FILTERS -> "filter";
            case TOKENS, APPLICATION_PASSWORDS -> "items";
            default -> kind.list();
        };
    }

    private static SettingAnswers.Of of(Kind kind) {
        return SettingAnswers.Of.valueOf(kind.name());
    }

    private void settle(MailboxAddress user, Kind kind, HeldSink held, Optional<ServiceException> failure) {
        told(kind, failure);
        StateList list = new StateList(round.reading(), Round.source(user, kind), "Gmail " + kind.word(), kind.evidence(),
                Optional.of(user));
        if (failure.isEmpty() && isSingleSwitch(kind)) {
            list.settlePart(held, new Missed(NOW_ONLY, true, false));
        } else {
            list.settle(held, failure.map(why -> Missed.of(round.explained(kind, why), !held.isEmpty())));
        }
    }

    private void told(Kind kind, Optional<ServiceException> failure) {
        failure.ifPresentOrElse(why -> refused.refused(kind, why), () -> refused.shown(kind));
    }

    /** A single switch is no log of changes. */
    private static boolean isSingleSwitch(Kind kind) {
        return kind == Kind.IMAP || kind == Kind.POP || kind == Kind.APPLICATION_PASSWORDS;
    }
}
