package org.mimawari.connector.microsoft365.graph;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import org.mimawari.connector.export.tree.Tree;
import org.mimawari.connector.export.tree.TreeBuilder;
import org.mimawari.live.Reason;
import org.mimawari.live.ServiceException;

/** Tells from an error answer of Graph why it did not give what was asked for, whatever its shape. */
final class Refusal {

    private static final JsonFactory JSON = new JsonFactory();
    private static final Set<String> NO_MAILBOX = Set.of("mailboxnotenabledforrestapi", "errornonexistentmailbox",
            "mailboxnotsupportedforrestapi", "errormailboxmoveinprogress", "errornosuchmailbox");
    private static final Set<String> EXPIRED = Set.of("directory_expiredpagetoken", "expiredpagetoken", "syncstatenotfound",
            "syncstateinvalid", "resyncrequired", "errorsyncstatenotfound", "directory_pagetokenexpired");

    /** What Exchange says where the application has no role, or one that does not know the command. */
    private static final Set<String> NO_ROLE = Set.of("commandnotfoundexception", "isn't supported in this scenario");

    private final Answer answer;
    private final Endpoint endpoint;
    private final String code;
    private final String message;
    private final String requestId;

    Refusal(Answer answer, Endpoint endpoint) {
        this.answer = answer;
        this.endpoint = endpoint;
        Tree error = error(answer);
        Tree inner = error.at("innerError", "innererror");
        this.code = error.find("code").orElse("");
        this.message = message(error);
        this.requestId = answer.requestId().isEmpty() ? inner.find("request-id", "requestId").orElse("") : answer.requestId();
    }

    private static Tree error(Answer answer) {
        try (JsonParser parser = JSON.createParser(answer.body())) {
            boolean object = parser.nextToken() != null && parser.currentToken().isStructStart();
            Tree body = object ? new TreeBuilder().read(parser).orElse(Tree.NONE) : Tree.NONE;
            Tree error = body.at("error");
            return error.isObject() ? error : Tree.object(List.of(new Tree.Field("code", error)));
        } catch (IOException noJson) {
            return Tree.NONE;
        }
    }

    /**
     * Exchange says in general that a command failed, and behind that why:
     * {@code Ex6F9304|Microsoft.…Exception|Because …}.
     */
    private static String message(Tree error) {
        Optional<String> because = error.at("details").items().stream().flatMap(each -> each.find("message").stream())
                .findFirst();
        return because.or(() -> error.find("message")).orElse("");
    }

    ServiceException exception() {
        Reason reason = reason();
        return new ServiceException(reason, answer.status(), code, requestId, detail(reason));
    }

    private Reason reason() {
        String word = code.toLowerCase(Locale.ROOT);
        String said = message.toLowerCase(Locale.ROOT);
        if (EXPIRED.contains(word) || answer.status() == 410
                || answer.status() == 400 && said.contains("expired") && said.contains("token")) {
            return Reason.PAGE_EXPIRED;
        }
        if (NO_MAILBOX.contains(word) || said.contains("managementobjectnotfoundexception")) {
            return Reason.NO_MAILBOX;
        }
        if (NO_ROLE.stream().anyMatch(said::contains)) {
            return Reason.PERMISSION_MISSING;
        }
        return switch (answer.status()) {
            case 400 -> endpoint.cloud() == Cloud.GLOBAL ? Reason.SERVICE_ERROR : Reason.NOT_SUPPORTED_IN_CLOUD;
            case 401 -> Reason.AUTH_FAILED;
            case 402 -> Reason.LICENCE_MISSING;
            case 403 -> forbidden(word, said);
            case 404 -> endpoint.cloud() != Cloud.GLOBAL && said.contains("segment") ? Reason.NOT_SUPPORTED_IN_CLOUD
                    : Reason.OBJECT_GONE;
            case 429 -> Reason.THROTTLED;
            case 503, 504 -> answer.retryAfter().isPresent() ? Reason.THROTTLED : Reason.SERVICE_ERROR;
            default -> Reason.SERVICE_ERROR;
        };
    }

    private static Reason forbidden(String word, String said) {
        boolean licence = word.contains("nonpremiumtenant") || said.contains("premium") || said.contains("license");
        if (licence) {
            return Reason.LICENCE_MISSING;
        }
        return word.equals("erroraccessdenied") || word.equals("accessdenied") ? Reason.POLICY_EXCLUDED
                : Reason.PERMISSION_MISSING;
    }

    private String detail(Reason reason) {
        String said = message.isEmpty() ? "the service gave no message" : message;
        return switch (reason) {
            case NO_MAILBOX -> "no mailbox is here: it is inactive, deleted, unlicensed or kept on the organisation's own server";
            case OBJECT_GONE -> "it is no longer there, or never was";
            case THROTTLED -> "the service asked to come back later";
            default -> said;
        };
    }

    /** How long the service asks to stay away. */
    Optional<Duration> pause(Instant now) {
        return answer.pause(now);
    }
}
