package org.mimawari.announce.web;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.mimawari.announce.AnnounceException;
import org.mimawari.announce.net.Line;
import org.mimawari.connector.ConnectionFailure;

/** Posts JSON to one endpoint and judges the answer by its status (RFC 9110). No redirect is followed. */
final class Post {

    private static final int TIMEOUT = 408;
    private static final int TOO_EARLY = 425;
    private static final int TOO_MANY = 429;
    private static final int LONGEST_CODE = 40;

    private final Endpoint endpoint;
    private final Clock clock;
    private final AtomicReference<@Nullable HttpClient> client = new AtomicReference<>();

    Post(Endpoint endpoint, Clock clock) {
        this.endpoint = endpoint;
        this.clock = clock;
    }

    void send(byte[] json, Map<String, String> headers) throws AnnounceException {
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint.address()).timeout(endpoint.limit())
                .header("Content-Type", "application/json; charset=utf-8").header("User-Agent", "mimawari")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json));
        headers.forEach(request::header);
        judge(answer(request.build()));
    }

    private HttpResponse<String> answer(HttpRequest request) throws AnnounceException {
        try {
            CompletableFuture<HttpResponse<String>> answer = client().sendAsync(request, answered -> new Beginning());
            return within(answer);
        } catch (ExecutionException | IOException e) {
            client.set(null);
            throw AnnounceException.retryable(Line.failure("the receiver " + endpoint + " cannot be reached", e,
                    endpoint.toString(), ConnectionFailure.port(endpoint.address())), e);
        }
    }

    private HttpResponse<String> within(CompletableFuture<HttpResponse<String>> answer)
            throws ExecutionException, AnnounceException {
        try {
            return answer.get(endpoint.limit().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw AnnounceException.retryable("no answer from " + endpoint + " within " + endpoint.limit().toSeconds()
                    + " s", e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw AnnounceException.retryable("stopped while waiting for " + endpoint, e);
        }
    }

    /**
     * One for all deliveries, as each holds a thread; built anew after a failure, which a renewed certificate may end.
     */
    private HttpClient client() throws IOException {
        HttpClient known = client.get();
        if (known != null) {
            return known;
        }
        HttpClient built = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .sslContext(endpoint.trust().context()).followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(endpoint.limit()).build();
        client.set(built);
        return built;
    }

    private void judge(HttpResponse<String> answer) throws AnnounceException {
        int status = answer.statusCode();
        if (status >= 200 && status < 300) {
            return;
        }
        String said = "the receiver " + endpoint + " answered " + status + code(answer.body());
        if (status >= 300 && status < 400) {
            throw AnnounceException.retryable(said
                    + ": it points elsewhere, which is not followed; name the final address");
        }
        if (status >= 500 || status == TOO_MANY || status == TIMEOUT || status == TOO_EARLY) {
            throw AnnounceException.retryableAfter(retryAfter(answer).orElse(Duration.ZERO), said);
        }
        throw AnnounceException.permanent(said);
    }

    /** Slack names its reasons with words such as invalid_payload. Anything else might be our own secret sent back. */
    private static String code(String body) {
        String word = body.strip();
        boolean isCode = !word.isEmpty() && word.length() <= LONGEST_CODE
                && word.chars().allMatch(c -> c >= 'a' && c <= 'z' || c == '_');
        return isCode ? " (" + word + ")" : "";
    }

    /** RFC 9110 section 10.2.3: seconds, or a date. */
    private Optional<Duration> retryAfter(HttpResponse<String> answer) {
        String text = answer.headers().firstValue("Retry-After").orElse("").strip();
        if (!text.isEmpty() && text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.of(Duration.ofSeconds(Integer.parseInt(text)));
        }
        try {
            Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            Duration left = Duration.between(clock.instant(), until);
            return left.isNegative() ? Optional.empty() : Optional.of(left);
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }
}
