package org.mimawari.connector.microsoft365.collect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mimawari.connector.Fingerprint;
import org.mimawari.connector.export.exchange.GraphAnswers;
import org.mimawari.connector.export.tree.Tree;
import org.mimawari.connector.microsoft365.graph.Listing;
import org.mimawari.connector.microsoft365.graph.Service;
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
 * The users of the tenant: members with a mail address, whose mailboxes are then looked at; guests and users without one,
 * who have no mailbox here; and those that were deleted in the last 30 days, whose sign-ins remain.
 */
final class UserList {

    private static final String SOURCE = Round.ROOT + "users";
    private static final String WITHOUT = Round.ROOT + "users without mailbox";
    private static final String DELETED = Round.ROOT + "directory/deletedItems";
    private static final String TITLE = "Graph users";
    private static final String SELECT = "$select=id,userPrincipalName,displayName,mail,proxyAddresses,userType,accountEnabled,"
            + "createdDateTime,lastPasswordChangeDateTime";

    private final Round round;
    private final Set<MailboxAddress> wanted;
    private final HeldSink held = new HeldSink();
    private final GraphAnswers answers = new GraphAnswers(held);
    private final List<Account> accounts = new ArrayList<>();
    private final Set<String> domains = new TreeSet<>();
    private int withoutMailbox;

    /** @param wanted the only mailboxes to look at; empty for all */
    UserList(Round round, Set<MailboxAddress> wanted) {
        this.round = round;
        this.wanted = wanted;
    }

    /** Reads the list; says why where it could not be read whole. */
    Optional<ServiceException> read() throws InterruptedException {
        round.restate(WITHOUT);
        Listing listing = new Listing(round.client(), Service.DIRECTORY, round.store());
        Listing.Outcome outcome = listing.read("/v1.0/users?$top=999&" + SELECT, Listing.Records.ofTrees(this::user));
        new StateList(round.reading(), SOURCE, TITLE, EvidenceKind.MAILBOX_PROFILE, Optional.empty())
                .settle(held, outcome.failure().map(why -> Missed.of(why, !held.isEmpty())));
        if (outcome.isWhole()) {
            deleted(listing);
        }
        return outcome.failure();
    }

    /** Those whose mailboxes are to be looked at. */
    List<Account> accounts() {
        return accounts;
    }

    /** What users' ids stand for. */
    GraphAnswers directory() {
        return answers;
    }

    /** The domains of their addresses. */
    Set<String> domains() {
        return domains;
    }

    int withoutMailbox() {
        return withoutMailbox;
    }

    private void user(Tree fields) {
        if (!fields.isObject() || fields.find("id", "userPrincipalName").isEmpty()) {
            held.reject(new EvidenceRef(SOURCE, "record", Optional.empty()), "not a user");
            return;
        }
        answers.remember(GraphAnswers.Of.USERS, fields);
        Optional<MailboxAddress> mail = fields.find("mail").flatMap(MailboxAddress::findFull);
        if (isGuest(fields) || mail.isEmpty()) {
            held.admit(Fingerprint.of("graph user without mailbox", fields.find("id").orElse("")));
            noMailbox(fields);
            return;
        }
        answers.take(GraphAnswers.Of.USERS, SOURCE, mail, fields);
        account(fields, mail.get());
    }

    private void account(Tree fields, MailboxAddress mail) {
        boolean isWanted = wanted.isEmpty() || wanted.contains(mail)
                || fields.find("userPrincipalName").flatMap(MailboxAddress::findFull).filter(wanted::contains).isPresent();
        fields.find("id").flatMap(Account::safeId).filter(id -> isWanted)
                .ifPresent(id -> accounts.add(new Account(id, mail)));
        domains.add(mail.domain());
    }

    private static boolean isGuest(Tree fields) {
        return fields.find("userType").filter("guest"::equalsIgnoreCase).isPresent()
                || fields.find("userPrincipalName").filter(name -> name.contains("#EXT#")).isPresent();
    }

    /** Named, so that nobody takes the account for one that was looked at. */
    private void noMailbox(Tree fields) {
        withoutMailbox++;
        Optional<MailboxAddress> name = fields.find("userPrincipalName").flatMap(MailboxAddress::findFull);
        if (!isGuest(fields) && name.isPresent()) {
            round.missed(WITHOUT, TITLE, EvidenceKind.MAILBOX_RULE, name, Missed.of(Reason.NO_MAILBOX,
                    "the account has no mail address: it is unlicensed, or its mailbox is elsewhere", false));
        }
    }

    private void deleted(Listing listing) throws InterruptedException {
        HeldSink gone = new HeldSink();
        Listing.Outcome outcome = listing.read("/v1.0/directory/deletedItems/microsoft.graph.user?" + SELECT,
                Listing.Records.ofTrees(fields -> deleted(fields, gone)));
        new StateList(round.reading(), DELETED, "Graph deleted users", EvidenceKind.MAILBOX_PROFILE, Optional.empty())
                .settle(gone, outcome.failure().map(why -> Missed.of(why, !gone.isEmpty())));
    }

    /** A mailbox that went with its user needs no look; where anything else names it, this says why there was none. */
    private void deleted(Tree fields, HeldSink gone) {
        Optional<String> id = fields.find("id");
        if (id.isEmpty()) {
            gone.reject(new EvidenceRef(DELETED, "record", Optional.empty()), "not a user");
            return;
        }
        gone.admit(Fingerprint.of("graph deleted user", id.get()));
        fields.find("mail").flatMap(MailboxAddress::findFull).ifPresent(mail -> round.missed(WITHOUT, "Graph deleted users",
                EvidenceKind.MAILBOX_RULE, Optional.of(mail), Missed.of(Reason.NO_MAILBOX, "the user was deleted "
                        + fields.find("deletedDateTime").map(time -> "at " + time).orElse("in the last 30 days"), false)));
    }
}
