package org.mimawari.connector.microsoft365.collect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mimawari.connector.Sight;
import org.mimawari.connector.export.exchange.ExchangeAnswers;
import org.mimawari.connector.export.tree.Tree;
import org.mimawari.connector.microsoft365.graph.ExchangeCommand;
import org.mimawari.connector.microsoft365.graph.ShowingCommand;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.live.Reason;
import org.mimawari.live.ServiceException;

/**
 * Says of each command of the unsupported route whether it may be run; those of mailboxes look at the first one
 * shown.
 */
final class ExchangeFirstLook {

    private static final String NEEDS = Kind.EXCHANGE_ADMIN.permission()
            + " with the role Global Reader or Security Reader";

    private final ExchangeRoute route;
    private Optional<MailboxAddress> mailbox = Optional.empty();
    private boolean forwarding;

    ExchangeFirstLook(ExchangeRoute route) {
        this.route = route;
    }

    List<Sight> look() throws InterruptedException {
        List<Sight> sights = new ArrayList<>();
        for (ShowingCommand command : ShowingCommand.values()) {
            sights.add(new Sight("exchange-admin " + command.word(), NEEDS, trouble(command).map(why ->
                    Explained.of(Kind.EXCHANGE_ADMIN, why).line())));
        }
        return sights;
    }

    private Optional<ServiceException> trouble(ShowingCommand command) throws InterruptedException {
        if (!command.isOfMailbox()) {
            Optional<ServiceException> failure = route.read(ExchangeCommand.first(command), fields ->
                    saw(command, fields)).failure();
            return failure.or(() -> command == ShowingCommand.GET_MAILBOX && mailbox.isPresent() && !forwarding
                    ? Optional.of(new ServiceException(Reason.NOT_VISIBLE, "it shows mailboxes without forwarding"))
                    : Optional.empty());
        }
        if (mailbox.isEmpty()) {
            return Optional.of(new ServiceException(Reason.NO_MAILBOX, "Get-Mailbox showed none to look at"));
        }
        return route.read(ExchangeCommand.of(command, mailbox.get()), fields -> { }).failure();
    }

    private void saw(ShowingCommand command, Tree fields) {
        if (command == ShowingCommand.GET_MAILBOX) {
            mailbox = mailbox.or(() -> ExchangeAnswers.address(fields));
            forwarding |= MailboxList.showsForwarding(fields);
        }
    }
}
