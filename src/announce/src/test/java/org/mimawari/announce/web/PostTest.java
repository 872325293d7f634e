package org.mimawari.announce.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mimawari.announce.AnnounceException;
import org.mimawari.announce.Stories;
import org.mimawari.announce.net.LoopbackCertificate;
import org.mimawari.announce.net.Trust;

class PostTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 204})
    void takesAnySuccessForDelivered(int status) throws IOException {
        try (WebServer server = WebServer.answering(status)) {
            assertThatCode(() -> post(server.endpoint())).doesNotThrowAnyException();
            assertThat(server.received).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504})
    void triesAgainWhatMayPass(int status) throws IOException {
        try (WebServer server = WebServer.answering(status)) {
            assertThat(refusal(server.endpoint()).isRetryable()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410, 413})
    void doesNotTryAgainWhatWillNotPass(int status) throws IOException {
        try (WebServer server = WebServer.answering(status)) {
            AnnounceException refusal = refusal(server.endpoint());

            assertThat(refusal.isRetryable()).isFalse();
            assertThat(refusal).hasMessage("the receiver localhost answered " + status);
        }
    }

    @Test
    void waitsTheSecondsItIsAskedTo() throws IOException {
        try (WebServer server = WebServer.answering(429, "Retry-After", "120")) {
            assertThat(refusal(server.endpoint()).retryAfter()).contains(Duration.ofSeconds(120));
        }
    }

    @Test
    void waitsUntilTheDateItIsAskedTo() throws IOException {
        try (WebServer server = WebServer.answering(503, "Retry-After", "Wed, 1 May 2024 03:10:00 GMT")) {
            assertThat(refusal(server.endpoint()).retryAfter()).contains(Duration.ofMinutes(10));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-5", "99999999999999999999", "Wed, 1 May 2019 03:10:00 GMT", ""})
    void ignoresAPauseThatMakesNoSense(String pause) throws IOException {
        try (WebServer server = WebServer.answering(503, "Retry-After", pause)) {
            assertThat(refusal(server.endpoint()).retryAfter()).isEmpty();
        }
    }

    @Test
    void followsNoRedirect() throws IOException {
        try (WebServer other = WebServer.answering(200);
                WebServer server = WebServer.answering(307, "Location", other.endpoint().address().toString())) {
            assertThat(refusal(server.endpoint())).hasMessageContaining("answered 307")
                    .hasMessageContaining("not followed");
            assertThat(other.received).isEmpty();
        }
    }

    @Test
    void doesNotWaitForAServerThatSaysNothing() throws IOException {
        try (WebServer server = WebServer.silent()) {
            AnnounceException refusal = refusal(server.endpoint(Trust.PLATFORM, SHORT));

            assertThat(refusal.isRetryable()).isTrue();
        }
    }

    @Test
    void readsOnlyTheBeginningOfAnEndlessAnswer() throws IOException {
        WebServer.Answer endless = exchange -> {
            exchange.sendResponseHeaders(500, 0);
            for (int i = 0; i < 10_000; i++) {
                exchange.getResponseBody().write(new byte[10_000]);
            }
        };
        try (WebServer server = WebServer.plain(endless)) {
            assertThat(refusal(server.endpoint())).hasMessage("the receiver localhost answered 500");
        }
    }

    @Test
    void repeatsAReasonButNeverASecretSentBack() throws IOException {
        try (WebServer reason = WebServer.plain(exchange -> answer(exchange, "invalid_payload"));
                WebServer echo = WebServer.plain(exchange -> answer(exchange, "/secret-path"))) {
            assertThat(refusal(reason.endpoint())).hasMessage("the receiver localhost answered 400 (invalid_payload)");
            assertThat(refusal(echo.endpoint())).hasMessage("the receiver localhost answered 400");
        }
    }

    @Test
    void speaksToAServerWhoseCertificateItTrusts() throws IOException {
        try (WebServer server = WebServer.encrypted(LoopbackCertificate.LOOPBACK, e ->
                e.sendResponseHeaders(200, -1))) {
            Endpoint endpoint = server.endpoint(LoopbackCertificate.LOOPBACK.trusted(), LIMIT);

            assertThatCode(() -> post(endpoint)).doesNotThrowAnyException();
        }
    }

    @Test
    void saysNothingToAServerWhoseCertificateItDoesNotTrust() throws IOException {
        try (WebServer server = WebServer.encrypted(LoopbackCertificate.LOOPBACK, e ->
                e.sendResponseHeaders(200, -1))) {
            AnnounceException refusal = refusal(server.endpoint(Trust.PLATFORM, LIMIT));

            assertThat(refusal).hasMessageContaining("unreachable: the TLS certificate of");
            assertThat(refusal.isRetryable()).isTrue();
            assertThat(server.received).isEmpty();
        }
    }

    @Test
    void saysNothingToAServerWhoseCertificateNamesAnotherHost() throws IOException {
        try (WebServer server = WebServer.encrypted(LoopbackCertificate.OTHER, e -> e.sendResponseHeaders(200, -1))) {
            AnnounceException refusal = refusal(server.endpoint(LoopbackCertificate.OTHER.trusted(), LIMIT));

            assertThat(refusal).hasMessageContaining("unreachable: the TLS certificate of");
            assertThat(server.received).isEmpty();
        }
    }

    @Test
    void triesAgainWhereNobodyListensAndDoesNotShowThePath() throws IOException {
        WebServer server = WebServer.answering(200);
        server.close();

        AnnounceException refusal = refusal(server.endpoint());

        assertThat(refusal.isRetryable()).isTrue();
        assertThat(refusal.getMessage()).isEqualTo("unreachable: connection refused by localhost:"
                + server.endpoint().address().getPort());
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(400, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void post(Endpoint endpoint) throws AnnounceException {
        new Post(endpoint, Clock.fixed(Stories.NOON, ZoneOffset.UTC))
                .send("{}".getBytes(StandardCharsets.UTF_8), Map.of());
    }

    private static AnnounceException refusal(Endpoint endpoint) {
        return catchThrowableOfType(AnnounceException.class, () -> post(endpoint));
    }
}
