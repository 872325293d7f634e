package org.mimawari.connector.microsoft365.graph;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.mimawari.live.Limiter;
import org.mimawari.live.Reason;
import org.mimawari.live.ServiceException;
import org.mimawari.live.Tally;
import org.mimawari.live.Waiting;

/**
 * Asks Graph for one thing at a time, as often as it takes and no longer than the round may last: waits where a service is
 * busy, renews a refused token once, repeats what broke on the way. Safe for several threads. Sends nothing but GET, the
 * one POST that begins an audit search, and, where that route is switched on, commands of Exchange that only show.
 */
public final class GraphClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
    private static final Duration WORTH_TELLING = Duration.ofSeconds(15);
    private static final int MOST_REFUSALS = 12;
    private static final int MOST_BREAKS = 4;
    /** The only address of Graph that is ever posted to. Source: Microsoft Graph, "Create auditLogQuery". */
    private static final String AUDIT_SEARCH = "/security/auditLog/queries";
    /** The only address of Exchange that is ever posted to. */
    private static final Pattern COMMANDS = Pattern.compile("/adminapi/beta/[^/]+/InvokeCommand");

    private final Endpoint endpoint;
    private final Tokens tokens;
    private final Waiting waiting;
    private final Instant deadline;
    private final Transport transport = new Transport(PATIENCE);
    private final Map<Service, Limiter> limiters = new EnumMap<>(Service.class);
    private final Tally tally = new Tally();
    private volatile Duration skew = Duration.ZERO;
    private volatile BiConsumer<Service, Duration> wait = (service, time) -> { };

    /**
     * @param parallel how many requests to one service may be on their way at most
     * @param deadline when to stop, with what is there by then
     */
    public GraphClient(Endpoint endpoint, Tokens tokens, Waiting waiting, int parallel, Instant deadline) {
        this.endpoint = endpoint;
        this.tokens = tokens;
        this.waiting = waiting;
        this.deadline = deadline;
        for (Service service : Service.values()) {
            limiters.put(service, new Limiter(service.pace(), parallel, waiting));
        }
    }

    /** What one request has gone through so far. */
    private static final class Attempts {
        private int refusals;
        private int breaks;
        private boolean renewed;
        private boolean fresh;

        /** Once only: a token that is fresh is not asked for again with every further attempt. */
        private boolean wantsFresh() {
            boolean wanted = fresh;
            fresh = false;
            return wanted;
        }
    }

    /**
     * The body of the answer to a GET.
     *
     * @param path the path and query below the root, such as {@code /v1.0/users?$top=1}, or a link of this Graph
     */
    public byte[] get(Service service, String path) throws ServiceException, InterruptedException {
        return send(service, address(path), Optional.empty());
    }

    /** Begins an audit search, the only thing that is ever posted. */
    public byte[] postAuditSearch(String version, String json) throws ServiceException, InterruptedException {
        return send(Service.AUDIT_SEARCH, address("/" + version + AUDIT_SEARCH), Optional.of(Posting.of(json)));
    }

    /**
     * Has Exchange run a command that only shows, as its own shell does; see docs/microsoft365.md.
     *
     * @param link the path of the command, or the link to a further page of its answer
     */
    public byte[] runShowing(String link, ExchangeCommand command) throws ServiceException, InterruptedException {
        URI address = address(link);
        if (!COMMANDS.matcher(address.getPath()).matches()) {
            throw new ServiceException(Reason.FOREIGN_LINK, "the link to the next page leads to something else of"
                    + " Exchange; it was not followed");
        }
        return send(Service.EXCHANGE_ADMIN, address, Optional.of(Posting.of(command)));
    }

    /** From now on this is told what service asks for a pause that is worth telling. */
    public void telling(BiConsumer<Service, Duration> waits) {
        wait = waits;
    }

    /** What the requests so far have cost. */
    public Tally tally() {
        return tally;
    }

    /** How far this machine's clock is ahead of the service's, by the last answer that told. */
    public Duration skew() {
        return skew;
    }

    /** True while the round may still last. */
    public boolean hasTime() {
        return waiting.now().isBefore(deadline);
    }

    /** Waits between two looks at something that takes its time. */
    public void pause(Duration time) throws ServiceException, InterruptedException {
        if (waiting.now().plus(time).isAfter(deadline)) {
            throw new ServiceException(Reason.THROTTLED, "the time for this round was over before the service was ready");
        }
        waiting.pause(time);
    }

    private URI address(String path) throws ServiceException {
        URI uri;
        try {
            uri = path.startsWith("/") ? URI.create(endpoint.graph() + path) : URI.create(path);
        } catch (IllegalArgumentException e) {
            throw new ServiceException(Reason.FOREIGN_LINK, "the link to the next page is no address");
        }
        if (!endpoint.owns(uri)) {
            throw new ServiceException(Reason.FOREIGN_LINK, "the link to the next page leads elsewhere, to "
                    + uri.getHost() + "; it was not followed");
        }
        return uri;
    }

    private byte[] send(Service service, URI address, Optional<Posting> body)
            throws ServiceException, InterruptedException {
        Attempts attempts = new Attempts();
        while (true) {
            if (!hasTime()) {
                throw new ServiceException(Reason.THROTTLED, "the time for this round was over before it was asked for");
            }
            String token = token(attempts);
            Limiter limiter = limiters.get(service);
            limiter.enter(deadline);
            Optional<Answer> answer = attempt(limiter, address, token, body, attempts);
            if (answer.isEmpty()) {
                continue;
            }
            boolean whole = answer.get().body().length <= Transport.LONGEST_BODY;
            if (answer.get().isGood() && answer.get().isJson() && whole) {
                return answer.get().body();
            }
            refused(service, answer.get(), attempts);
        }
    }

    /** A login that is away for a moment is asked again. */
    private String token(Attempts attempts) throws ServiceException, InterruptedException {
        boolean fresh = attempts.wantsFresh();
        while (true) {
            try {
                return tokens.token(fresh);
            } catch (ServiceException e) {
                if (e.reason() != Reason.SERVICE_ERROR || ++attempts.breaks > MOST_BREAKS) {
                    throw e;
                }
                pause(growing(attempts.breaks));
            }
        }
    }

    // Five parameters: one attempt, with everything it needs.
    private Optional<Answer> attempt(Limiter limiter, URI address, String token, Optional<Posting> body,
            Attempts attempts)
            throws ServiceException, InterruptedException {
        Answer answer;
        try {
            answer = transport.send(address, token, body);
        } catch (IOException e) {
            limiter.leave();
            tally.failed();
            brokeOff(e, address, attempts);
            return Optional.empty();
        } catch (RuntimeException e) {
            limiter.leave();
            throw new ServiceException(Reason.SERVICE_ERROR, "the request could not be made: " + e.getClass().getSimpleName());
        }
        tally.answered(answer.status(), answer.body().length);
        answer.date().flatMap(Answer::time).ifPresent(theirs -> skew = Duration.between(theirs, waiting.now()));
        if (answer.status() == 429 || answer.status() == 503) {
            limiter.leaveRefused(pause(answer, attempts.refusals), new Refusal(answer, endpoint).exception());
        } else {
            limiter.leaveServed();
        }
        return Optional.of(answer);
    }

    private void brokeOff(IOException e, URI address, Attempts attempts) throws ServiceException, InterruptedException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedException();
        }
        if (++attempts.breaks > MOST_BREAKS) {
            throw ServiceException.unreachable(e, address).orElseGet(() -> new ServiceException(Reason.SERVICE_ERROR,
                    "the connection broke off " + attempts.breaks + " times: " + e.getClass().getSimpleName()));
        }
        pause(growing(attempts.breaks));
    }

    /** Returns where it is worth trying again. */
    private void refused(Service service, Answer answer, Attempts attempts) throws ServiceException, InterruptedException {
        if (answer.body().length > Transport.LONGEST_BODY) {
            throw new ServiceException(Reason.BAD_DATA, answer.status(), "", answer.requestId(),
                    "the answer is longer than " + (Transport.LONGEST_BODY >> 20) + " MiB");
        }
        if (answer.isGood()) {
            throw new ServiceException(Reason.SERVICE_ERROR, answer.status(), "", answer.requestId(),
                    "the answer is a web page, as a proxy or a login page sends it, and no JSON");
        }
        ServiceException refusal = new Refusal(answer, endpoint).exception();
        if (answer.status() == 401 && !attempts.renewed) {
            attempts.renewed = true;
            attempts.fresh = true;
            return;
        }
        boolean again = answer.status() == 429 || answer.status() >= 500 && answer.status() != 501;
        int most = answer.status() == 429 || answer.status() == 503 ? MOST_REFUSALS : MOST_BREAKS;
        if (!again || ++attempts.refusals > most) {
            throw refusal;
        }
        Duration pause = pause(answer, attempts.refusals);
        if (waiting.now().plus(pause).isAfter(deadline)) {
            throw refusal.as(Reason.THROTTLED, "the service asked to come back in " + pause.toSeconds()
                    + " s, after the time for this round");
        }
        if (pause.compareTo(WORTH_TELLING) > 0) {
            wait.accept(service, pause);
        }
        waiting.pause(pause);
    }

    private Duration pause(Answer answer, int refusals) {
        return answer.pause(waiting.now()).orElseGet(() -> growing(refusals));
    }

    private static Duration growing(int times) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(6, Math.max(0, times - 1)));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    @Override
    public void close() {
        transport.close();
    }
}
