package org.mimawari.connector.google.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.client.http.HttpHeaders;
import com.google.api.client.http.HttpResponseException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mimawari.live.Reason;
import org.mimawari.live.ServiceException;

class TokenRefusalTest {

    private static final Instant NOW = Instant.parse("2026-11-25T00:10:00Z");

    private static ServiceException refusal(Scope scope, int status, String error, String description) {
        HttpResponseException answer = new HttpResponseException.Builder(status, "", new HttpHeaders()
                .setDate("Wed, 25 Nov 2026 00:00:00 GMT"))
                .setContent("{\"error\":\"" + error + "\",\"error_description\":\""
                + description + "\"}").build();
        return new TokenRefusal("100", scope, answer, NOW).exception();
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL, 401, unauthorized_client, Client is unauthorized, PERMISSION_MISSING, gmail.readonly",
        "MAIL, 400, invalid_grant, Invalid email or User ID, NO_MAILBOX, suspended",
        "MAIL, 400, invalid_grant, Account has been disabled, NO_MAILBOX, suspended",
        "USERS, 400, invalid_grant, Invalid email or User ID, AUTH_FAILED, is not the address of an administrator",
        "USERS, 400, invalid_grant, Invalid JWT Signature., AUTH_FAILED, make a new one",
        "REPORTS, 429, rate_limit, Too many, THROTTLED, come back later",
        "REPORTS, 503, down, Down, SERVICE_ERROR, come back later"})
    void saysWhatIsWrongWithADelegation(Scope scope, int status, String error, String said, Reason reason,
            String told) {
        ServiceException why = refusal(scope, status, error, said);

        assertThat(why.reason()).isEqualTo(reason);
        assertThat(why.line()).contains(told, String.valueOf(status), error);
    }

    @Test
    void namesByHowMuchTheClocksDiffer() {
        assertThat(refusal(Scope.USERS, 400, "invalid_grant",
                "Invalid JWT: Token must be a short-lived token (60 minutes) and in"
                + " a reasonable timeframe.").line()).contains("auth-failed", "differs from Google's by 600 s");
    }
}
