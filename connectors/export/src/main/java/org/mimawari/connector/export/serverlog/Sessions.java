package org.mimawari.connector.export.serverlog;

import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.SignInTrait;

/**
 * Joins the lines of one IMAP, POP or ManageSieve session: who logged in from where, with which client, what was done,
 * and its end. A sign-in is held for a few seconds, as clients often name themselves (RFC 2971) only after it. At most
 * {@value #MOST} sessions are remembered, those used last.
 */
final class Sessions {

    private static final int MOST = 20_000;
    private static final int WAIT_FOR_CLIENT = 10;

    /** One session. */
    static final class Session {

        private Login login;
        private final Set<SignInTrait> traits = EnumSet.noneOf(SignInTrait.class);
        private final Removals removals = new Removals();
        private boolean held;

        Session(Login login) {
            this.login = login;
        }

        Login login() {
            return login;
        }

        Removals removals() {
            return removals;
        }
    }

    private final LogEvidence evidence;
    private final LinkedHashMap<String, Session> open = new LinkedHashMap<>(16, 0.75f, true);
    private final ArrayDeque<Session> waiting = new ArrayDeque<>();

    Sessions(LogEvidence evidence) {
        this.evidence = evidence;
    }

    /** A session whose user signed in. */
    void signedIn(Login login, Set<SignInTrait> traits) {
        if (login.session().isEmpty()) {
            evidence.success(login, traits);
            return;
        }
        Session session = open.computeIfAbsent(login.session().get(), any -> new Session(login));
        session.login = login.with(login.client().or(() -> session.login.client()));
        session.traits.addAll(traits);
        session.held = true;
        waiting.add(session);
        if (waiting.size() > MOST) {
            release(waiting.poll());
        }
        evict();
    }

    /** The client of a session named itself, before or after its user signed in. */
    void client(Login named) {
        String id = named.session().orElse("");
        Session session = open.get(id);
        if (session == null && !id.isEmpty()) {
            open.put(id, new Session(named));
            evict();
        } else if (session != null) {
            session.login = session.login.with(named.client());
            release(session);
        }
    }

    void master(String id, Login login) {
        Session session = open.computeIfAbsent(id, any -> new Session(login));
        session.traits.add(SignInTrait.IN_ANOTHER_NAME);
    }

    /** The session with this id; where its beginning is not in the log, one that knows only what the line says. */
    Session session(Login fallback) {
        Session session = open.computeIfAbsent(key(fallback), any -> new Session(fallback));
        if (session.login.user().isEmpty()) {
            session.login = session.login.named(fallback.user());
        }
        evict();
        return session;
    }

    /** The login with the protocol and client that its session is known by. */
    Login completed(Login login) {
        Session session = login.session().isEmpty() ? null : open.get(login.session().get());
        return session == null ? login : login.over(session.login.protocol()).with(session.login.client());
    }

    void end(Session session) {
        release(session);
        session.removals.flush(session.login.user(), LogEvidence.actor(session.login), evidence);
        open.remove(key(session.login));
    }

    /** Lets go of sign-ins that have waited long enough for their client's name. */
    void passTime(long now) {
        while (!waiting.isEmpty() && waiting.peek().login.point().isOlder(now, WAIT_FOR_CLIENT)) {
            release(waiting.poll());
        }
    }

    void finish() {
        waiting.forEach(this::release);
        waiting.clear();
        open.values().forEach(session ->
                session.removals.flush(session.login.user(), LogEvidence.actor(session.login), evidence));
        open.clear();
    }

    /** Old releases log no session ids: the user stands for it. */
    private static String key(Login login) {
        return login.session().orElseGet(() -> "user " + login.user());
    }

    /** Gives out the sign-in of a session, if it still waits. */
    void release(Session session) {
        if (session.held) {
            session.held = false;
            evidence.success(session.login, session.traits);
        }
    }

    private void evict() {
        if (open.size() > MOST) {
            Iterator<Map.Entry<String, Session>> eldest = open.entrySet().iterator();
            Session session = eldest.next().getValue();
            eldest.remove();
            end(session);
        }
    }
}
