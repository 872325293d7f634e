package org.mimawari.connector.microsoft365.collect;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.export.exchange.GraphAnswers;
import org.mimawari.connector.export.tree.Tree;
import org.mimawari.connector.microsoft365.graph.Listing;
import org.mimawari.connector.microsoft365.graph.Service;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.live.HeldSink;
import org.mimawari.live.Missed;
import org.mimawari.live.Reason;
import org.mimawari.live.RefusedKinds;
import org.mimawari.live.ServiceException;
import org.mimawari.live.StateList;

/** Looks at one mailbox: its rules, its automatic replies and what it is for, and the mail it sent. */
final class MailboxLook {

    private static final List<Kind> IN_ORDER = List.of(Kind.RULES, Kind.SETTINGS, Kind.SENT, Kind.DELETED, Kind.METHODS);
    private static final int MOST_FOLDERS = 20;

    private final Round round;
    private final Set<Kind> kinds;
    private final RefusedKinds<Kind> refused;

    MailboxLook(Round round, Set<Kind> kinds, RefusedKinds<Kind> refused) {
        this.round = round;
        this.kinds = kinds;
        this.refused = refused;
    }

    void look(Account account) throws InterruptedException {
        Optional<ServiceException> gone = Optional.empty();
        for (Kind kind : IN_ORDER) {
            boolean isStopped = refused.stopped(kind);
            boolean wanted = kinds.contains(kind) && !isStopped;
            if (kinds.contains(kind) && isStopped) {
                round.reading().leave(Round.source(account.address(), list(kind)));
            } else if (wanted && gone.isPresent() && kind != Kind.METHODS) {
                missed(account, kind, gone.get());
            } else if (wanted) {
                Optional<ServiceException> failure = look(kind, account);
                gone = gone.or(() -> failure.filter(MailboxLook::isGone));
            }
        }
    }

    private Optional<ServiceException> look(Kind kind, Account account) throws InterruptedException {
        return switch (kind) {
            case RULES -> rules(account);
            case SETTINGS -> settings(account);
            case METHODS -> methods(account);
            default -> new SentSweep(round, refused).read(kind, account);
        };
    }

    /** Where there is no mailbox, asking on is of no use. */
    private static boolean isGone(ServiceException why) {
        return why.reason() == Reason.NO_MAILBOX || why.reason() == Reason.OBJECT_GONE;
    }

    private Optional<ServiceException> rules(Account account) throws InterruptedException {
        String source = Round.source(account.address(), list(Kind.RULES));
        HeldSink held = new HeldSink();
        GraphAnswers answers = new GraphAnswers(held);
        List<Tree> rules = new ArrayList<>();
        Listing.Outcome outcome = new Listing(round.client(), Service.OUTLOOK, round.store()).read("/v1.0/users/"
                + account.id() + "/mailFolders/inbox/messageRules", Listing.Records.ofTrees(rules::add));
        Set<String> folders = new LinkedHashSet<>();
        rules.forEach(rule -> folders(rule, folders));
        remember(account, folders, answers);
        rules.forEach(rule -> answers.take(GraphAnswers.Of.RULES, source, Optional.of(account.address()), rule));
        return settle(account, Kind.RULES, source, held, outcome.failure());
    }

    private static void folders(Tree rule, Set<String> folders) {
        Tree actions = rule.at("actions");
        actions.find("moveToFolder").ifPresent(folders::add);
        actions.find("copyToFolder").ifPresent(folders::add);
    }

    /** Rules name folders by id; what they are called tells whether mail is hidden there. Not to be told is no failure. */
    private void remember(Account account, Set<String> folders, GraphAnswers answers) throws InterruptedException {
        for (String folder : folders.stream().filter(MailboxLook::isPlain).limit(MOST_FOLDERS).toList()) {
            try {
                answers.remember(GraphAnswers.Of.FOLDERS, round.single(Service.OUTLOOK, "/v1.0/users/"
                        + account.id() + "/mailFolders/" + folder + "?$select=id,displayName"));
            } catch (ServiceException stayId) {
                return;
            }
        }
    }

    private static boolean isPlain(String id) {
        return id.length() <= 400 && id.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z' || c == '-' || c == '_' || c == '=');
    }

    private Optional<ServiceException> settings(Account account) throws InterruptedException {
        String source = Round.source(account.address(), list(Kind.SETTINGS));
        HeldSink held = new HeldSink();
        Optional<ServiceException> failure = Optional.empty();
        try {
            Tree fields = round.single(Service.OUTLOOK, "/v1.0/users/" + account.id() + "/mailboxSettings");
            new GraphAnswers(held).take(GraphAnswers.Of.SETTINGS, source, Optional.of(account.address()), fields);
        } catch (ServiceException e) {
            failure = Optional.of(e);
        }
        return settle(account, Kind.SETTINGS, source, held, failure);
    }

    private Optional<ServiceException> methods(Account account) throws InterruptedException {
        String source = Round.source(account.address(), list(Kind.METHODS));
        HeldSink held = new HeldSink();
        SecondFactors factors = new SecondFactors(source, held);
        Optional<ServiceException> failure = new Listing(round.client(), Service.DIRECTORY, round.store()).read("/v1.0/users/"
                + account.id() + "/authentication/methods", Listing.Records.ofTrees(factors::method)).failure();
        factors.deliver(account.address());
        return settle(account, Kind.METHODS, source, held, failure);
    }

    private void missed(Account account, Kind kind, ServiceException why) {
        settle(account, kind, Round.source(account.address(), list(kind)), new HeldSink(), Optional.of(why));
    }

    private static String list(Kind kind) {
        return switch (kind) {
            case RULES -> "messageRules";
            case SETTINGS -> "mailboxSettings";
            case METHODS -> "authentication/methods";
            default -> SentSweep.list(kind);
        };
    }

    // Five parameters: a list that was read, whose it is and how it went.
    private Optional<ServiceException> settle(Account account, Kind kind, String source, HeldSink held,
            Optional<ServiceException> failure) {
        failure.ifPresentOrElse(why -> refused.refused(kind, why), () -> refused.shown(kind));
        new StateList(round.reading(), source, title(kind), kind.evidence(), Optional.of(account.address()))
                .settle(held, failure.map(why -> Missed.of(Explained.of(kind, why), !held.isEmpty())));
        return failure;
    }

    private static String title(Kind kind) {
        return switch (kind) {
            case RULES -> "Graph messageRules";
            case SETTINGS -> "Graph mailboxSettings";
            case METHODS -> "Graph authentication methods";
            default -> "Graph messages, sent";
        };
    }

    /** Kinds of evidence that no list of a mailbox shows. */
    static Set<EvidenceKind> invisible() {
        return Set.of(EvidenceKind.FORWARDING_SETTING, EvidenceKind.DELEGATION, EvidenceKind.MAIL_FLOW_RULE,
                EvidenceKind.SEND_AS_ADDRESS);
    }

}
