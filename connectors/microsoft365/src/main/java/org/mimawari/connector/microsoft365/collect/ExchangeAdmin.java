package org.mimawari.connector.microsoft365.collect;

import java.util.Optional;
import org.mimawari.connector.export.exchange.GraphAnswers;
import org.mimawari.connector.microsoft365.graph.GraphClient;
import org.mimawari.connector.microsoft365.graph.Listing;
import org.mimawari.connector.microsoft365.graph.ShowingCommand;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.live.HeldSink;
import org.mimawari.live.Missed;
import org.mimawari.live.StateList;

/**
 * Reads what Graph does not show, forwarding of mailboxes and transport rules, over the route that Exchange's own shell
 * uses. Microsoft does not support it for others and may close it; its sources say so by their name.
 */
final class ExchangeAdmin {

    private static final String ROOT = "exchange-admin (unsupported route)/";

    private final Round round;
    private final GraphClient client;
    private final String path;
    private final GraphAnswers users;

    /** @param users what the names of mailboxes stand for */
    ExchangeAdmin(Round round, GraphClient client, String tenant, GraphAnswers users) {
        this.round = round;
        this.client = client;
        this.path = "/adminapi/beta/" + tenant + "/InvokeCommand";
        this.users = users;
    }

    void read() throws InterruptedException {
        read(ShowingCommand.GET_MAILBOX, GraphAnswers.Of.MAILBOXES, EvidenceKind.FORWARDING_SETTING);
        read(ShowingCommand.GET_TRANSPORT_RULE, GraphAnswers.Of.TRANSPORT_RULES, EvidenceKind.MAIL_FLOW_RULE);
    }

    private void read(ShowingCommand command, GraphAnswers.Of of, EvidenceKind kind) throws InterruptedException {
        String source = ROOT + command.word();
        HeldSink held = new HeldSink();
        GraphAnswers answers = users.into(held);
        Forwarding shown = new Forwarding();
        Listing.Outcome outcome = Listing.of(client, command).read(path, Listing.Records.ofTrees(fields -> {
            shown.saw(fields);
            answers.take(of, source, of == GraphAnswers.Of.MAILBOXES ? GraphAnswers.address(fields) : Optional.empty(), fields);
        }));
        Optional<Missed> missed = outcome.failure().map(why ->
                Missed.of(Explained.of(Kind.EXCHANGE_ADMIN, why), !held.isEmpty()));
        boolean lacking = kind == EvidenceKind.FORWARDING_SETTING && outcome.isWhole() && !shown.isThere();
        new StateList(round.reading(), source, "Exchange admin, " + command.word(), kind, Optional.empty()).settle(held,
                lacking ? Optional.of(Forwarding.MISSING) : missed);
    }
}
