package org.mimawari.connector.microsoft365.collect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mimawari.connector.export.exchange.ExchangeAnswers;
import org.mimawari.connector.export.tree.Tree;
import org.mimawari.connector.microsoft365.graph.ExchangeCommand;
import org.mimawari.connector.microsoft365.graph.Listing;
import org.mimawari.connector.microsoft365.graph.ShowingCommand;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.live.HeldSink;
import org.mimawari.live.Missed;
import org.mimawari.live.Reason;
import org.mimawari.live.RefusedKinds;
import org.mimawari.live.ServiceException;
import org.mimawari.live.StateList;

/**
 * Looks at one mailbox over the route of Exchange's own shell: who else may open it, and its rules, the hidden ones
 * too.
 */
final class ExchangeMailboxLook {

    static final List<ShowingCommand> COMMANDS = List.of(ShowingCommand.GET_MAILBOX_PERMISSION,
            ShowingCommand.GET_INBOX_RULE);

    private final Round round;
    private final ExchangeRoute route;
    private final ExchangeAnswers answers;
    private final RefusedKinds<ShowingCommand> refused;

    ExchangeMailboxLook(Round round, ExchangeRoute route, ExchangeAnswers answers,
            RefusedKinds<ShowingCommand> refused) {
        this.round = round;
        this.route = route;
        this.answers = answers;
        this.refused = refused;
    }

    static EvidenceKind kind(ShowingCommand command) {
        return command == ShowingCommand.GET_INBOX_RULE ? EvidenceKind.MAILBOX_RULE : EvidenceKind.DELEGATION;
    }

    void look(MailboxAddress mailbox) throws InterruptedException {
        Optional<ServiceException> gone = Optional.empty();
        for (ShowingCommand command : COMMANDS) {
            if (refused.stopped(command)) {
                round.reading().leave(ExchangeRoute.source(command, mailbox));
            } else if (gone.isPresent()) {
                settle(command, mailbox, new HeldSink(), gone.map(why -> ExchangeRoute.missed(why, false)));
            } else {
                Optional<ServiceException> failure = command == ShowingCommand.GET_INBOX_RULE ? rules(mailbox)
                        : permissions(mailbox);
                failure.ifPresentOrElse(why -> refused.refused(command, why), () -> refused.shown(command));
                gone = failure.filter(why -> why.reason() == Reason.NO_MAILBOX);
            }
        }
    }

    private Optional<ServiceException> permissions(MailboxAddress mailbox) throws InterruptedException {
        ShowingCommand command = ShowingCommand.GET_MAILBOX_PERMISSION;
        HeldSink held = new HeldSink();
        ExchangeAnswers into = answers.into(held);
        Listing.Outcome outcome = route.read(ExchangeCommand.of(command, mailbox), fields -> into.take(
                ExchangeAnswers.Of.MAILBOX_PERMISSIONS, ExchangeRoute.source(command, mailbox), Optional.of(mailbox),
                fields));
        settle(command, mailbox, held, ExchangeRoute.missed(outcome, !held.isEmpty()));
        return outcome.failure();
    }

    /** What nothing marks as hidden is what is missing where hidden rules were not asked for. */
    private Optional<ServiceException> rules(MailboxAddress mailbox) throws InterruptedException {
        List<Tree> all = new ArrayList<>();
        Listing.Outcome outcome = route.read(ExchangeCommand.rulesWithHidden(mailbox), all::add);
        List<Tree> visible = new ArrayList<>();
        boolean mayHide = outcome.isWhole() && !all.stream().allMatch(ExchangeAnswers::isUsual);
        Optional<ServiceException> unknown = mayHide ? route.read(ExchangeCommand.of(ShowingCommand.GET_INBOX_RULE,
                mailbox),
                visible::add).failure() : Optional.empty();
        boolean isCompared = mayHide && unknown.isEmpty();
        HeldSink held = new HeldSink();
        answers.into(held).rules(ExchangeRoute.source(ShowingCommand.GET_INBOX_RULE, mailbox), mailbox, all,
                isCompared ? visible : all);
        Optional<Missed> missed = ExchangeRoute.missed(outcome, !held.isEmpty());
        settle(ShowingCommand.GET_INBOX_RULE, mailbox, held, missed.or(() -> unknown.map(why ->
                ExchangeRoute.missed(why, true).with("; which rules are hidden cannot be told"))));
        return outcome.failure();
    }

    // Four parameters: a list that was read, whose it is and how it went.
    private void settle(ShowingCommand command, MailboxAddress mailbox, HeldSink held, Optional<Missed> missed) {
        new StateList(round.reading(), ExchangeRoute.source(command, mailbox), ExchangeRoute.title(command),
                kind(command),
                Optional.of(mailbox)).settle(held, missed);
    }
}
