package org.mimawari.connector.google.collect;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mimawari.connector.Fingerprint;
import org.mimawari.connector.export.google.SettingAnswers;
import org.mimawari.connector.export.tree.Tree;
import org.mimawari.connector.google.api.Json;
import org.mimawari.connector.google.api.Listing;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.evidence.MailboxProfile;
import org.mimawari.evidence.Origin;
import org.mimawari.evidence.Parameter;
import org.mimawari.live.HeldSink;
import org.mimawari.live.Missed;
import org.mimawari.live.Reason;
import org.mimawari.live.ServiceException;
import org.mimawari.live.StateList;

/**
 * The users of the directory, whose mailboxes are then looked at; those without Gmail, who are named; and those that were
 * deleted in the last 20 days, whose sign-ins remain.
 */
final class UserList {

    private static final String SOURCE = Round.ROOT + "users";
    private static final String WITHOUT = Round.ROOT + "users without mailbox";
    private static final String DELETED = Round.ROOT + "deleted users";
    private static final String TITLE = "Google Workspace users";
    private static final int ALL = 500;

    private final Round round;
    private final Set<MailboxAddress> wanted;
    private final HeldSink held = new HeldSink();
    private final SettingAnswers answers = new SettingAnswers(SOURCE, held);
    private final List<MailboxAddress> mailboxes = new ArrayList<>();
    private final Set<String> domains = new TreeSet<>();
    private int withoutMailbox;

    /** @param wanted the only mailboxes to look at; empty for all */
    UserList(Round round, Set<MailboxAddress> wanted) {
        this.round = round;
        this.wanted = wanted;
    }

    /** Reads the list; says why where it could not be read whole. */
    Optional<ServiceException> read() throws InterruptedException {
        round.reading().restate(WITHOUT);
        Optional<ServiceException> failure = round.list("users").read(page ->
                round.client().calls().users(page, ALL), this::user);
        new StateList(round.reading(), SOURCE, TITLE, EvidenceKind.MAILBOX_PROFILE, Optional.empty())
                .settle(held, failure.map(why -> Missed.of(why, !held.isEmpty())));
        if (failure.isEmpty()) {
            deleted();
        }
        return failure;
    }

    /** Those whose mailboxes are to be looked at. */
    List<MailboxAddress> mailboxes() {
        return mailboxes;
    }

    /** The domains of their addresses. */
    Set<String> domains() {
        return domains;
    }

    int withoutMailbox() {
        return withoutMailbox;
    }

    private void user(JsonParser parser) throws IOException {
        byte[] bytes = Record.bytes(parser);
        Tree fields = Json.object(bytes);
        Optional<MailboxAddress> address = fields.find("primaryEmail").flatMap(MailboxAddress::findFull);
        if (address.isEmpty()) {
            held.reject(new EvidenceRef(SOURCE, "record", fields.find("id")), "not a user: it has no address");
            return;
        }
        Json.hand(bytes, record -> answers.take(SettingAnswers.Of.USERS, address, record));
        domains.add(address.get().domain());
        if (fields.flag("isMailboxSetup").orElse(true)) {
            mailbox(address.get());
        } else {
            noMailbox(address.get());
        }
    }

    private void mailbox(MailboxAddress address) {
        if (wanted.isEmpty() || wanted.contains(address)) {
            mailboxes.add(address);
        }
    }

    /** Named, so that nobody takes the account for one that was looked at. */
    private void noMailbox(MailboxAddress address) {
        withoutMailbox++;
        round.reading().missed(WITHOUT, TITLE, EvidenceKind.MAILBOX_RULE, Optional.of(address), Missed.of(Reason.NO_MAILBOX,
                "the user has no Gmail: without a licence, or mail is elsewhere", false));
    }

    private void deleted() throws InterruptedException {
        HeldSink gone = new HeldSink();
        Optional<ServiceException> failure = round.list("users").read(round.client().calls()::deletedUsers,
                Listing.Records.ofTrees(fields -> deleted(fields, gone)));
        new StateList(round.reading(), DELETED, "Google Workspace deleted users", EvidenceKind.MAILBOX_PROFILE,
                Optional.empty()).settle(gone, failure.map(why -> Missed.of(why, !gone.isEmpty())));
    }

    private static void deleted(Tree fields, HeldSink gone) {
        Optional<String> id = fields.find("id");
        EvidenceRef ref = new EvidenceRef(DELETED, id.map(known -> "record:" + known).orElse("record"), id);
        Optional<MailboxAddress> address = fields.find("primaryEmail").flatMap(MailboxAddress::findFull);
        if (id.isEmpty() || address.isEmpty()) {
            gone.reject(ref, "not a user");
        } else if (gone.admit(Fingerprint.of("google deleted user", id.get(), address.get().text()))) {
            gone.accept(new MailboxProfile(new Origin(address, Optional.empty(), ref), MailboxKind.RETIRED,
                    fields.at("name").find("fullName"), List.of(),
                    List.of(new Parameter("deletionTime", fields.find("deletionTime").orElse("")))));
        }
    }
}
