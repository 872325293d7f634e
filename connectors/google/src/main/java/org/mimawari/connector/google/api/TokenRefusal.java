package org.mimawari.connector.google.api;

import com.google.api.client.http.HttpResponseException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.mimawari.connector.export.tree.Tree;
import org.mimawari.live.Reason;
import org.mimawari.live.ServiceException;

/** Tells from the answer of Google's token server what is wrong with a delegation, and what to do about it. */
final class TokenRefusal {

    private final String client;
    private final Scope scope;
    private final int status;
    private final String code;
    private final String said;
    private final Optional<Duration> skew;

    /** @param now what this machine's clock says */
    TokenRefusal(String client, Scope scope, HttpResponseException answer, Instant now) {
        this.client = client;
        this.skew = Optional.ofNullable(answer.getHeaders().getDate()).flatMap(Answer::time)
                .map(theirs -> Duration.between(theirs, now));
        this.scope = scope;
        this.status = answer.getStatusCode();
        Tree body = Json.object(Optional.ofNullable(answer.getContent()).orElse("").getBytes(StandardCharsets.UTF_8));
        this.code = body.find("error").orElse("");
        this.said = body.find("error_description").orElse("");
    }

    ServiceException exception() {
        Reason reason = reason();
        return new ServiceException(reason, status, code, "", advice(reason));
    }

    private Reason reason() {
        if (status == 429) {
            return Reason.THROTTLED;
        }
        if (status >= 500) {
            return Reason.SERVICE_ERROR;
        }
        if (code.equals("unauthorized_client") || code.equals("access_denied") || code.equals("invalid_scope")) {
            return Reason.PERMISSION_MISSING;
        }
        return scope.isOfUser() && isAboutUser() ? Reason.NO_MAILBOX : Reason.AUTH_FAILED;
    }

    private boolean isAboutUser() {
        String text = said.toLowerCase(Locale.ROOT);
        return code.equals("invalid_grant") && (text.contains("email") || text.contains("user id") || text.contains("account"));
    }

    private String advice(Reason reason) {
        String text = said.toLowerCase(Locale.ROOT);
        return switch (reason) {
            case PERMISSION_MISSING -> "the scope " + scope.address() + " is not granted to the client " + client
                    + " under Security, API controls, Domain-wide delegation";
            case NO_MAILBOX -> "nobody can act for this user: suspended, deleted or without Gmail";
            case AUTH_FAILED -> text.contains("reasonable timeframe") || text.contains("short-lived")
                    ? "the clock of this machine differs from Google's"
                    + skew.map(time -> " by " + time.toSeconds() + " s").orElse("")
                            + ": set it"
                    : text.contains("signature") ? "the key of the service account is not valid any more: make a new one"
                    : isAboutUser() ? "'admin' is not the address of an administrator of this organisation"
                    : "no token was given" + (said.isBlank() ? "" : ": " + said);
            default -> "the token server asked to come back later";
        };
    }
}
