package org.mimawari.connector.google.api;

import com.google.api.client.http.HttpResponseException;
import com.google.api.client.http.HttpTransport;
import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.ServiceAccountCredentials;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mimawari.live.Reason;
import org.mimawari.live.ServiceException;

/**
 * Tokens of a service account with domain-wide delegation, by Google's own library: one for each scope and user. Renewed
 * five minutes before their end. Keeps the last 500 users' in memory and nowhere else. An administrator's scope that was
 * refused once is refused for the round.
 */
final class DelegatedTokens implements Tokens {

    private static final Duration EARLY = Duration.ofMinutes(5);
    private static final int MOST_USERS = 500;

    private final ServiceAccountCredentials account;
    private final Map<Scope, Map<String, AccessToken>> known = new EnumMap<>(Scope.class);
    private final Map<Scope, ServiceException> refused = new EnumMap<>(Scope.class);

    private DelegatedTokens(ServiceAccountCredentials account) {
        this.account = account;
    }

    /** @throws IOException where the key is none of a service account */
    static DelegatedTokens of(String key, Endpoint endpoint, HttpTransport transport) throws IOException {
        ServiceAccountCredentials account = ServiceAccountCredentials.fromStream(
                new ByteArrayInputStream(key.getBytes(StandardCharsets.UTF_8)), () -> transport);
        return new DelegatedTokens(account.toBuilder().setTokenServerUri(
                endpoint.tokens()).setHttpTransportFactory(() -> transport).setDefaultRetriesEnabled(false).build());
    }

    @Override
    public String token(Scope scope, String subject, String wasRefused) throws ServiceException {
        Optional<AccessToken> last = find(scope, subject);
        boolean good = last.filter(token -> !token.getTokenValue().equals(wasRefused) && isGood(token)).isPresent();
        return good ? last.get().getTokenValue() : renewed(scope, subject);
    }

    private synchronized Optional<AccessToken> find(Scope scope, String subject) throws ServiceException {
        if (refused.containsKey(scope)) {
            throw refused.get(scope);
        }
        return Optional.ofNullable(known.computeIfAbsent(scope, any -> recent()).get(subject));
    }

    private static Map<String, AccessToken> recent() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, AccessToken> eldest) {
                return size() > MOST_USERS;
            }
        };
    }

    private static boolean isGood(AccessToken token) {
        Date end = token.getExpirationTime();
        return end != null && end.toInstant().isAfter(Instant.now().plus(EARLY));
    }

    /** Users' tokens are got at the same time; two for the same user do no harm. */
    private String renewed(Scope scope, String subject) throws ServiceException {
        try {
            AccessToken token = account.toBuilder().setScopes(
                    List.of(scope.address())).setServiceAccountUser(subject).build().refreshAccessToken();
            synchronized (this) {
                known.computeIfAbsent(scope, any -> recent()).put(subject, token);
            }
            return token.getTokenValue();
        } catch (IOException e) {
            throw refusal(scope, e);
        }
    }

    private synchronized ServiceException refusal(Scope scope, IOException e) {
        Optional<HttpResponseException> answer = answer(e);
        ServiceException why = answer.map(told -> new TokenRefusal(account.getClientId(), scope, told, Instant.now())
                .exception())
                .or(() -> ServiceException.unreachable(e, account.getTokenServerUri()))
                .orElseGet(() -> new ServiceException(Reason.SERVICE_ERROR, "no token could be got: "
                        + e.getClass().getSimpleName()));
        boolean stays = why.reason() == Reason.AUTH_FAILED || why.reason() == Reason.PERMISSION_MISSING;
        if (stays && (!scope.isOfUser() || why.code().equals("unauthorized_client"))) {
            refused.put(scope, why);
        }
        return why;
    }

    private static Optional<HttpResponseException> answer(Throwable thrown) {
        Throwable at = thrown;
        for (int depth = 0; at != null && depth < 5; depth++) {
            if (at instanceof HttpResponseException told) {
                return Optional.of(told);
            }
            at = at.getCause();
        }
        return Optional.empty();
    }
}
