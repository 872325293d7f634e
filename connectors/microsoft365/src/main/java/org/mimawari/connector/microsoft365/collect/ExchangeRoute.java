package org.mimawari.connector.microsoft365.collect;

import java.util.Optional;
import org.mimawari.connector.microsoft365.graph.ExchangeCommand;
import org.mimawari.connector.microsoft365.graph.GraphClient;
import org.mimawari.connector.microsoft365.graph.Listing;
import org.mimawari.live.PageStore;
import org.mimawari.connector.microsoft365.graph.ShowingCommand;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.live.Missed;
import org.mimawari.live.ServiceException;

/**
 * The route that Exchange's own shell uses. Microsoft does not support it for others and may close it; what it shows
 * says so by its name.
 *
 * @param path where commands are posted to
 */
record ExchangeRoute(GraphClient client, String path, PageStore store) {

    private static final String ROOT = "exchange-admin (unsupported route)/";
    private static final String FILES = "; the export of an Exchange administrator shows it too";

    static ExchangeRoute of(GraphClient client, String tenant, PageStore store) {
        return new ExchangeRoute(client, "/adminapi/beta/" + tenant + "/InvokeCommand", store);
    }

    /** How reports cite what the command showed of the tenant. */
    static String source(ShowingCommand command) {
        return ROOT + command.word();
    }

    /** How reports cite what the command showed of one mailbox; {@code *} stands for all of them. */
    static String source(ShowingCommand command, String mailbox) {
        return ROOT + "users/" + mailbox + "/" + command.word();
    }

    static String source(ShowingCommand command, MailboxAddress mailbox) {
        return source(command, mailbox.text());
    }

    static String title(ShowingCommand command) {
        return "Exchange admin, " + command.word();
    }

    Listing.Outcome read(ExchangeCommand command, Listing.TreeTaker taker) throws InterruptedException {
        return Listing.of(client, command, store).read(path, Listing.Records.ofTrees(taker));
    }

    /** Says what is missing, and what else would show it. */
    static Missed missed(ServiceException why, boolean some) {
        return Missed.of(Explained.of(Kind.EXCHANGE_ADMIN, why), some).with(FILES);
    }

    static Optional<Missed> missed(Listing.Outcome outcome, boolean some) {
        return outcome.failure().map(why -> missed(why, some));
    }
}
