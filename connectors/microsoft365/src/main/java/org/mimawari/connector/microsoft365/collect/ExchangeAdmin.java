package org.mimawari.connector.microsoft365.collect;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mimawari.connector.export.exchange.ExchangeAnswers;
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
 * Reads what Graph does not show over the route of Exchange's own shell: forwarding of mailboxes, who may open them or
 * send as them, hidden rules, and what becomes of the tenant's mail on its way. Each command fails for itself.
 */
final class ExchangeAdmin {

    /** How many mailboxes are looked at at the same time: what the route's pace admits at most. */
    static final int AT_A_TIME = 4;

    private static final Missed NO_FORWARDING = Missed.of(Reason.NOT_VISIBLE,
            "mailboxes were shown without the properties of forwarding", false);
    private static final Missed NOT_SHOWN =
            Missed.of(Reason.NOT_VISIBLE, "Get-Mailbox showed others, but not this one", false);
    private static final Missed ON_BEHALF = new Missed("shows rights to send on behalf only", true, false);
    private static final Missed SEND_AS = new Missed("shows rights to send as somebody only", true, false);

    private static final Map<ShowingCommand, ExchangeAnswers.Of> LISTS = new EnumMap<>(Map.of(
            ShowingCommand.GET_CAS_MAILBOX, ExchangeAnswers.Of.CLIENT_ACCESS,
            ShowingCommand.GET_RECIPIENT_PERMISSION, ExchangeAnswers.Of.RECIPIENT_PERMISSIONS,
            ShowingCommand.GET_TRANSPORT_RULE, ExchangeAnswers.Of.TRANSPORT_RULES,
            ShowingCommand.GET_INBOUND_CONNECTOR, ExchangeAnswers.Of.INBOUND_CONNECTORS,
            ShowingCommand.GET_OUTBOUND_CONNECTOR, ExchangeAnswers.Of.OUTBOUND_CONNECTORS,
            ShowingCommand.GET_JOURNAL_RULE, ExchangeAnswers.Of.JOURNAL_RULES,
            ShowingCommand.GET_REMOTE_DOMAIN, ExchangeAnswers.Of.REMOTE_DOMAINS,
            ShowingCommand.GET_OUTBOUND_POLICY, ExchangeAnswers.Of.OUTBOUND_POLICIES));

    private final Round round;
    private final ExchangeRoute route;
    private final ExchangeAnswers answers;
    private final List<Account> accounts;
    private final RefusedKinds<ShowingCommand> refused = new RefusedKinds<>(ShowingCommand.class, (command, why) ->
            "the application may not run " + command.word());
    private Optional<ServiceException> closed = Optional.empty();

    /** @param answers by what names users are known */
    ExchangeAdmin(Round round, ExchangeRoute route, ExchangeAnswers answers, List<Account> accounts) {
        this.round = round;
        this.route = route;
        this.answers = answers;
        this.accounts = accounts;
    }

    /** Reads what is shown of the whole tenant. Where no command is answered at all, the route counts as closed. */
    void lists() throws InterruptedException {
        Optional<ServiceException> mailboxes = mailboxes();
        boolean isOpen = mailboxes.isEmpty();
        for (Map.Entry<ShowingCommand, ExchangeAnswers.Of> list : LISTS.entrySet()) {
            isOpen |= list(list.getKey(), list.getValue());
        }
        closed = isOpen ? Optional.empty() : mailboxes;
    }

    /** The mailboxes that are asked for one by one; none where the route is closed. */
    List<Account> accounts() {
        return closed.isPresent() ? List.of() : accounts;
    }

    ExchangeMailboxLook look() {
        return new ExchangeMailboxLook(round, route, answers, refused);
    }

    /** What no mailbox was asked for any more is named once for all of them; what was known of it stands. */
    void end() {
        Map<ShowingCommand, ServiceException> stopped = refused.stopped();
        for (ShowingCommand command : ExchangeMailboxLook.COMMANDS) {
            String source = ExchangeRoute.source(command, "*");
            round.restate(source);
            if (closed.isPresent()) {
                accounts.forEach(account -> round.reading().leave(ExchangeRoute.source(command, account.address())));
            }
            closed.or(() -> Optional.ofNullable(stopped.get(command))).ifPresent(why -> round.missed(source,
                    ExchangeRoute.title(command), ExchangeMailboxLook.kind(command), Optional.empty(),
                    ExchangeRoute.missed(why, false)));
        }
    }

    private boolean list(ShowingCommand command, ExchangeAnswers.Of of) throws InterruptedException {
        String source = ExchangeRoute.source(command);
        HeldSink held = new HeldSink();
        ExchangeAnswers into = answers.into(held);
        Listing.Outcome outcome = route.read(ExchangeCommand.all(command), fields ->
                into.take(of, source, Optional.empty(), fields));
        Optional<Missed> missed = ExchangeRoute.missed(outcome, !held.isEmpty());
        boolean isPart = of == ExchangeAnswers.Of.RECIPIENT_PERMISSIONS && missed.isEmpty();
        StateList list = new StateList(round.reading(), source, ExchangeRoute.title(command), of.kind(),
                Optional.empty());
        if (isPart) {
            list.settlePart(held, SEND_AS);
        } else {
            list.settle(held, missed);
        }
        return outcome.isWhole() || !held.isEmpty();
    }

    private Optional<ServiceException> mailboxes() throws InterruptedException {
        String source = ExchangeRoute.source(ShowingCommand.GET_MAILBOX);
        MailboxList list = new MailboxList(source, answers);
        Listing.Outcome outcome = route.read(ExchangeCommand.all(ShowingCommand.GET_MAILBOX), list::take);
        HeldSink held = list.end();
        Optional<Missed> missed = ExchangeRoute.missed(outcome, false);
        String title = ExchangeRoute.title(ShowingCommand.GET_MAILBOX);
        new StateList(round.reading(), source, title, EvidenceKind.FORWARDING_SETTING, Optional.empty())
                .settle(held, missed, () -> rows(source, title, list, missed));
        return held.isEmpty() ? outcome.failure() : Optional.empty();
    }

    /** One for each mailbox: what was shown of the others says nothing about one that was not. */
    private void rows(String source, String title, MailboxList list, Optional<Missed> missed) {
        if (list.isEmpty() && missed.isPresent()) {
            round.missed(source, title, EvidenceKind.FORWARDING_SETTING, Optional.empty(), missed.get());
            return;
        }
        list.shown().forEach(each -> round.whole(source, title, EvidenceKind.FORWARDING_SETTING, Optional.of(each)));
        list.withoutForwarding().forEach(each -> forwarding(source, title, each, NO_FORWARDING));
        accounts.stream().map(Account::address).filter(each -> !list.has(each)).forEach(each ->
                forwarding(source, title, each, missed.orElse(NOT_SHOWN)));
        round.missed(source, title, EvidenceKind.DELEGATION, Optional.empty(), missed.orElse(ON_BEHALF));
    }

    // Four parameters: whose forwarding was not seen, where, and why.
    private void forwarding(String source, String title, MailboxAddress mailbox, Missed why) {
        round.missed(source, title, EvidenceKind.FORWARDING_SETTING, Optional.of(mailbox), why);
    }
}
