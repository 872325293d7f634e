package org.mimawari.connector.google.api;

import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpRequestFactory;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.apache.v2.ApacheHttpTransport;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.live.Limiter;
import org.mimawari.live.Reason;
import org.mimawari.live.ServiceException;
import org.mimawari.live.Tally;
import org.mimawari.live.Waiting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Google's APIs for one thing at a time, as often as it takes and no longer than the round may last: waits where a
 * quota is used up, renews a refused token once, repeats what broke on the way. Safe for several threads. Sends nothing but
 * GET; only tokens are asked for with POST.
 */
public final class GoogleClient implements AutoCloseable {

    static final String AGENT = "mimawari";

    private static final Logger LOG = LoggerFactory.getLogger(GoogleClient.class);
    private static final int PATIENCE = 60_000;
    /** Google's advice for the Reports API: begin with five seconds, five to seven times. */
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(120);
    private static final Duration WORTH_TELLING = Duration.ofSeconds(15);
    /** What others answer where Google says 403 {@code rateLimitExceeded}. */
    private static final int TOO_MANY = 429;
    private static final int MOST_QUOTA = 9;
    private static final int MOST_BREAKS = 4;
    private static final int LONGEST_BODY = 32 << 20;

    /** The JDK's own loses what the token server says with 401. */
    private final HttpTransport transport = new ApacheHttpTransport();
    private final HttpRequestFactory requests = transport.createRequestFactory();
    private final Tokens tokens;
    private final String admin;
    private final Waiting waiting;
    private final Instant deadline;
    private final Calls calls;
    private final Map<Api, Limiter> limiters = new EnumMap<>(Api.class);
    private final Tally tally = new Tally();
    private volatile Duration skew = Duration.ZERO;
    private volatile Consumer<Duration> wait = time -> { };

    /**
     * Who asks.
     *
     * @param key the service account's key as the console gives it, in JSON
     * @param admin in whose name the directory and the logs are asked
     */
    public record Identity(String key, MailboxAddress admin) {

        /** Never shows the key. */
        @Override
        public String toString() {
            return "Identity[" + admin + "]";
        }
    }

    /**
     * How long and how hard to ask.
     *
     * @param parallel how many requests to one service may be on their way at most
     * @param deadline when to stop, with what is there by then
     */
    public record Limits(int parallel, Instant deadline) {}

    /** @throws IOException where the key is none of a service account */
    public GoogleClient(Endpoint endpoint, Identity identity, Limits limits, Waiting waiting) throws IOException {
        this.tokens = DelegatedTokens.of(identity.key(), endpoint, transport);
        this.admin = identity.admin().text();
        this.waiting = waiting;
        this.deadline = limits.deadline();
        this.calls = new Calls(endpoint, transport);
        for (Api api : Api.values()) {
            limiters.put(api, new Limiter(api.pace(), limits.parallel(), waiting));
        }
    }

    /** What one request has gone through so far. */
    private static final class Attempts {
        private int refusals;
        private int breaks;
        private boolean renewed;
        private String token = "";
    }

    /** What can be asked. */
    public Calls calls() {
        return calls;
    }

    /** From now on this is told for how long Google asks to stay away, where that is worth telling. */
    public void telling(Consumer<Duration> waits) {
        wait = waits;
    }

    /** What the requests so far have cost, tokens aside. */
    public Tally tally() {
        return tally;
    }

    /** How far this machine's clock is ahead of Google's, by the last answer that told. */
    public Duration skew() {
        return skew;
    }

    /** The body of the answer. */
    public byte[] get(Call call) throws ServiceException, InterruptedException {
        Attempts attempts = new Attempts();
        while (true) {
            String refused = attempts.renewed ? attempts.token : "";
            Optional<String> token = token(call, refused, attempts);
            Optional<Answer> answer = token.isEmpty() ? Optional.empty() : attempt(call, token.get(), attempts);
            if (answer.filter(any -> any.body().length > LONGEST_BODY).isPresent()) {
                throw new ServiceException(Reason.BAD_DATA, "the answer is longer than " + (LONGEST_BODY >> 20)
                        + " MiB");
            }
            if (answer.isPresent() && answer.get().isGood() && answer.get().isJson()) {
                return answer.get().body();
            }
            if (answer.isPresent()) {
                refused(call, answer.get(), attempts);
            }
        }
    }

    /** Empty where the token server is not to be reached for the moment. */
    private Optional<String> token(Call call, String refused, Attempts attempts)
            throws ServiceException, InterruptedException {
        try {
            attempts.token = tokens.token(call.scope(), call.user().map(MailboxAddress::text).orElse(admin), refused);
            return Optional.of(attempts.token);
        } catch (ServiceException e) {
            boolean passing = e.reason() == Reason.THROTTLED || e.reason() == Reason.SERVICE_ERROR
                    || e.reason() == Reason.UNREACHABLE;
            if (!passing || ++attempts.breaks > MOST_BREAKS) {
                throw e;
            }
            pause(growing(attempts.breaks), e);
            return Optional.empty();
        }
    }

    private Optional<Answer> attempt(Call call, String token, Attempts attempts)
            throws ServiceException, InterruptedException {
        Limiter limiter = limiters.get(call.scope().api());
        limiter.enter(deadline);
        Answer answer;
        try {
            answer = send(call.address(), token);
        } catch (IOException e) {
            limiter.leave();
            tally.failed();
            brokeOff(e, call.address(), attempts);
            return Optional.empty();
        } catch (RuntimeException e) {
            limiter.leave();
            throw new ServiceException(Reason.SERVICE_ERROR, "the request could not be made: " + e.getClass().getSimpleName());
        }
        answer.time().ifPresent(theirs -> skew = Duration.between(theirs, waiting.now()));
        Optional<Refusal> quota = Optional.of(answer).filter(any -> !any.isGood())
                .map(any -> new Refusal(any, call.scope()))
                .filter(Refusal::isQuota);
        tally.answered(quota.isPresent() ? TOO_MANY : answer.status(), answer.body().length);
        quota.filter(refusal -> !refusal.isOfUser()).ifPresentOrElse(refusal -> limiter.leaveRefused(
                stay(answer, attempts.refusals + 1), refusal.exception()), limiter::leaveServed);
        return Optional.of(answer);
    }

    /**
     * Through Google's client, whose retries and redirects are off: they would hide what was refused. The answer is read to
     * its end, so that the connection serves again.
     */
    private Answer send(String address, String token) throws IOException {
        HttpRequest request = requests.buildGetRequest(new GenericUrl(address));
        request.setThrowExceptionOnExecuteError(false).setFollowRedirects(false).setNumberOfRetries(0)
                .setConnectTimeout(PATIENCE).setReadTimeout(PATIENCE).setLoggingEnabled(false).setCurlLoggingEnabled(false);
        request.getHeaders().setAuthorization("Bearer " + token).setAccept("application/json").setUserAgent(AGENT);
        HttpResponse response = request.execute();
        try (InputStream in = content(response)) {
            byte[] bytes = in.readNBytes(LONGEST_BODY + 1);
            return new Answer(response.getStatusCode(), Optional.ofNullable(response.getContentType()).orElse(""),
                    header(response, "Retry-After"), header(response, "Date"), bytes);
        }
    }

    private static InputStream content(HttpResponse response) throws IOException {
        return Optional.ofNullable(response.getContent()).orElseGet(InputStream::nullInputStream);
    }

    private static String header(HttpResponse response, String name) {
        return Optional.ofNullable(response.getHeaders().getFirstHeaderStringValue(name)).orElse("");
    }

    private void brokeOff(IOException e, String address, Attempts attempts)
            throws ServiceException, InterruptedException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedException();
        }
        ServiceException why = ServiceException.unreachable(e, URI.create(address)).orElseGet(() ->
                new ServiceException(Reason.SERVICE_ERROR, "the connection broke off " + (attempts.breaks + 1)
                        + " times: " + e.getClass().getSimpleName()));
        if (++attempts.breaks > MOST_BREAKS) {
            throw why;
        }
        pause(growing(attempts.breaks), why);
    }

    /** Returns where it is worth trying again. */
    private void refused(Call call, Answer answer, Attempts attempts) throws ServiceException, InterruptedException {
        if (answer.isGood()) {
            throw new ServiceException(Reason.SERVICE_ERROR, answer.status(), "", "",
                    "the answer is a web page, as a proxy or a login page sends it, and no JSON");
        }
        Refusal refusal = new Refusal(answer, call.scope());
        if (answer.status() == 401 && !attempts.renewed) {
            attempts.renewed = true;
            return;
        }
        int most = refusal.isQuota() ? MOST_QUOTA : MOST_BREAKS;
        if (!refusal.isPassing() || ++attempts.refusals > most) {
            throw refusal.exception();
        }
        pause(stay(answer, attempts.refusals), refusal.exception());
    }

    private void pause(Duration time, ServiceException why) throws ServiceException, InterruptedException {
        if (waiting.now().plus(time).isAfter(deadline)) {
            throw why.as(Reason.THROTTLED, "the service asked to come back in " + time.toSeconds()
                    + " s, after the time for this round");
        }
        if (time.compareTo(WORTH_TELLING) > 0) {
            wait.accept(time);
        }
        waiting.pause(time);
    }

    private static Duration stay(Answer answer, int refusals) {
        return answer.seconds().map(Duration::ofSeconds).orElseGet(() -> growing(refusals));
    }

    private static Duration growing(int times) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(6, Math.max(0, times - 1)));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    @Override
    public void close() {
        try {
            transport.shutdown();
        } catch (IOException e) {
            LOG.debug("connections could not be closed", e);
        }
    }
}
