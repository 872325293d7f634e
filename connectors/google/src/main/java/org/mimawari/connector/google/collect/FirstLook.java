package org.mimawari.connector.google.collect;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.ConnectorException.Problem;
import org.mimawari.connector.Sight;
import org.mimawari.connector.export.tree.Tree;
import org.mimawari.connector.google.api.Call;
import org.mimawari.connector.google.api.Calls;
import org.mimawari.connector.google.api.GoogleClient;
import org.mimawari.connector.google.api.Json;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.live.Reason;
import org.mimawari.live.ServiceException;

/**
 * One cheap request for each kind, to say beforehand what can be seen. Kinds of users are looked at in the first of five
 * users who has it, since a single one may have no Gmail.
 */
public final class FirstLook {

    private static final int USERS = 50;
    private static final int MAILBOXES = 5;
    private static final long FAR = 120;

    private final GoogleClient client;
    private final Instant now;

    public FirstLook(GoogleClient client, Instant now) {
        this.client = client;
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
    }

    /** @throws ConnectorException where the login was refused */
    public List<Sight> look(Set<Kind> kinds) throws ConnectorException {
        try {
            List<Kind> all = kinds.stream().sorted().toList();
            List<Sight> sights = new ArrayList<>();
            List<MailboxAddress> mailboxes = mailboxes();
            for (Kind kind : all) {
                Optional<ServiceException> trouble = kind.isOfUser() ? trouble(kind, all, mailboxes) : ask(call(kind));
                sights.add(new Sight(kind.word(), kind.scope(all).address(), trouble.map(ServiceException::line)));
            }
            sights.add(skew());
            return sights;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectorException(Problem.UNREACHABLE, "looking at Google Workspace was interrupted", e);
        }
    }

    private List<MailboxAddress> mailboxes() throws ConnectorException, InterruptedException {
        try {
            Tree page = Json.object(client.get(client.calls().users("", USERS)));
            return page.at("users").items().stream().filter(user -> user.flag("isMailboxSetup").orElse(true)
                    && !user.flag("suspended").orElse(false)).flatMap(user -> user.find("primaryEmail").stream())
                    .flatMap(text -> MailboxAddress.findFull(text).stream()).limit(MAILBOXES).toList();
        } catch (ServiceException e) {
            if (e.reason() == Reason.AUTH_FAILED) {
                throw new ConnectorException(Problem.CREDENTIALS, e.line());
            }
            if (e.reason() == Reason.UNREACHABLE) {
                throw new ConnectorException(Problem.UNREACHABLE, e.line());
            }
            return List.of();
        }
    }

    private Call call(Kind kind) {
        Calls calls = client.calls();
        return switch (kind) {
            case USERS -> calls.users("", 1);
            case DOMAINS -> calls.domains();
            case ALERTS -> calls.alerts(now.minus(1, ChronoUnit.DAYS), "", 1);
            default -> calls.activities(kind.list(), now.minus(1, ChronoUnit.DAYS), now, "", 1);
        };
    }

    private Call call(Kind kind, List<Kind> all, MailboxAddress user) {
        Calls calls = client.calls();
        return switch (kind) {
            case SENT -> calls.sent(kind.scope(all), user, "", 1);
            case TOKENS -> calls.tokens(user);
            case APPLICATION_PASSWORDS -> calls.applicationPasswords(user);
            default -> calls.settings(user, kind.list());
        };
    }

    private Optional<ServiceException> trouble(Kind kind, List<Kind> all, List<MailboxAddress> mailboxes)
            throws InterruptedException {
        Optional<ServiceException> trouble = Optional.of(new ServiceException(Reason.NO_MAILBOX,
                "no user with a mailbox could be listed, so there was none to look at"));
        for (MailboxAddress user : mailboxes) {
            trouble = ask(call(kind, all, user));
            boolean told = trouble.isEmpty() || trouble.get().reason() == Reason.PERMISSION_MISSING;
            if (told) {
                return trouble;
            }
        }
        return trouble;
    }

    private Optional<ServiceException> ask(Call call) throws InterruptedException {
        try {
            client.get(call);
            return Optional.empty();
        } catch (ServiceException e) {
            return Optional.of(e);
        }
    }

    /** Tokens and windows of time go wrong where the clocks differ. */
    private Sight skew() {
        long seconds = client.skew().toSeconds();
        boolean far = Math.abs(seconds) > FAR;
        return new Sight("clock", "", far ? Optional.of("this machine's clock differs from Google's by " + seconds + " s")
                : Optional.empty());
    }
}
