package org.mimawari.connector.export.serverlog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mimawari.evidence.IpAddress;

/**
 * Counts each failed authentication once, although several lines may tell of it: Dovecot's password database writes one
 * for each attempt and database, and the service that asked (a login process, Postfix) writes its own. The service's
 * line has the last word on the number of attempts and the protocol; the database's line is held until it comes, and
 * counts alone where none does. Where the service names no user, the database's line does.
 */
final class AuthFailures {

    private static final int MOST_HELD = 10_000;
    private static final int MOST_USERS = 16;
    /** Postfix answers within seconds. */
    private static final int WAIT_WITHOUT_SESSION = 15;
    /** A login process ends a session that does not authenticate after three minutes. */
    private static final int WAIT_WITH_SESSION = 300;

    /** Failures of one user that wait for the line of the service. */
    private static final class Held {

        private final Login login;
        private final Optional<String> code;
        private final Map<String, Integer> byDatabase = new HashMap<>();
        private LogPoint last;

        Held(Login login, Optional<String> code) {
            this.login = login;
            this.code = code;
            this.last = login.point();
        }

        void count(String database, LogPoint point) {
            last = point;
            byDatabase.merge(database, 1, Integer::sum);
        }

        int attempts() {
            return byDatabase.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        }

        /** Takes one attempt off; true where none is left. */
        boolean takeOne() {
            byDatabase.replaceAll((database, count) -> count - 1);
            return attempts() <= 0;
        }
    }

    private final LogEvidence evidence;
    private final LinkedHashMap<String, List<Held>> held = new LinkedHashMap<>();
    private final LinkedHashMap<String, List<Held>> heldInSession = new LinkedHashMap<>();

    AuthFailures(LogEvidence evidence) {
        this.evidence = evidence;
    }

    /** A line of a password database. */
    void database(Login login, String database, Optional<String> code) {
        LinkedHashMap<String, List<Held>> queue = login.session().isPresent() ? heldInSession : held;
        List<Held> users = Optional.ofNullable(queue.remove(key(login))).orElseGet(ArrayList::new);
        queue.put(key(login), users);
        Optional<Held> same = users.stream().filter(each -> each.login.user().equals(login.user())).findFirst();
        if (same.isEmpty() && users.size() >= MOST_USERS) {
            evidence.failure(login, 1, code);
            return;
        }
        Held failure = same.orElseGet(() -> new Held(login, code));
        if (same.isEmpty()) {
            users.add(failure);
        }
        failure.count(database, login.point());
        if (queue.size() > MOST_HELD) {
            release(queue, queue.keySet().iterator().next());
        }
    }

    /** The line with which a login process ends a session in which so many attempts failed. */
    void service(Login login, int attempts) {
        List<Held> users = login.session().isEmpty() ? List.of() : removed(login.session().get());
        int others = 0;
        int own = 0;
        for (Held each : users) {
            boolean same = login.user().isEmpty() && users.size() == 1 || each.login.user().equals(login.user());
            own += same ? each.attempts() : 0;
            if (!same) {
                others += each.attempts();
                evidence.failure(each.login.over(login.protocol()), each.attempts(), each.code);
            }
        }
        int rest = Math.max(attempts - others, own);
        if (rest > 0) {
            String user = login.user().isEmpty() && users.size() == 1 ? users.get(0).login.user() : login.user();
            evidence.failure(login.named(user), rest, users.size() == 1 ? users.get(0).code : Optional.empty());
        }
    }

    /** Postfix says that one attempt failed; it may not know whose. */
    void submission(Login login) {
        Optional<Held> first = find(addressKey(login.ip()), login);
        String user = first.isPresent() && login.user().isEmpty() ? first.get().login.user() : login.user();
        Optional<String> code = first.flatMap(each -> each.code);
        evidence.failure(login.named(user), 1, code);
    }

    /** A login succeeded: that a database did not know the user before was no failure, as the next one did. */
    void succeeded(Login login) {
        for (Held each : login.session().map(this::removed).orElse(List.of())) {
            if (each.code.isEmpty()) {
                evidence.failure(each.login.over(login.protocol()), each.attempts(), each.code);
            }
        }
    }

    /** As {@link #succeeded(Login)}, for a user whom Postfix let in. */
    void succeeded(Optional<IpAddress> ip, String user) {
        if (held.isEmpty()) {
            return;
        }
        String key = addressKey(ip);
        List<Held> users = held.getOrDefault(key, new ArrayList<>());
        if (users.removeIf(each -> each.code.isPresent() && each.login.user().equals(user)) && users.isEmpty()) {
            held.remove(key);
        }
    }

    /** Lets go of what has waited long enough; both queues are in the order of the last failure. */
    void passTime(long now) {
        passTime(held, now, WAIT_WITHOUT_SESSION);
        passTime(heldInSession, now, WAIT_WITH_SESSION);
    }

    void finish() {
        passTime(LogLine.NO_TIME);
    }

    private void passTime(LinkedHashMap<String, List<Held>> queue, long now, int seconds) {
        while (!queue.isEmpty()) {
            Map.Entry<String, List<Held>> eldest = queue.entrySet().iterator().next();
            if (!eldest.getValue().stream().allMatch(each -> each.last.isOlder(now, seconds))) {
                return;
            }
            release(queue, eldest.getKey());
        }
    }

    private Optional<Held> find(String key, Login login) {
        List<Held> users = held.getOrDefault(key, List.of());
        for (Iterator<Held> each = users.iterator(); each.hasNext();) {
            Held candidate = each.next();
            if (login.user().isEmpty() || candidate.login.user().equals(login.user())) {
                if (candidate.takeOne()) {
                    each.remove();
                }
                if (users.isEmpty()) {
                    held.remove(key);
                }
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private void release(LinkedHashMap<String, List<Held>> queue, String key) {
        Optional.ofNullable(queue.remove(key)).orElse(List.of())
                .forEach(each -> evidence.failure(each.login, each.attempts(), each.code));
    }

    private List<Held> removed(String session) {
        return Optional.ofNullable(heldInSession.remove(session)).orElse(List.of());
    }

    private static String key(Login login) {
        return login.session().orElseGet(() -> addressKey(login.ip()));
    }

    private static String addressKey(Optional<IpAddress> ip) {
        return "@" + ip.map(IpAddress::text).orElse("");
    }
}
