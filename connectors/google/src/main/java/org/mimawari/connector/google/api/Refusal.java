package org.mimawari.connector.google.api;

import java.util.Locale;
import java.util.Set;
import org.mimawari.connector.export.tree.Tree;
import org.mimawari.live.Reason;
import org.mimawari.live.ServiceException;

/** Tells from an error answer of one of Google's APIs why it did not give what was asked for, whatever its shape. */
final class Refusal {

    private static final Set<String> QUOTA = Set.of("ratelimitexceeded", "userratelimitexceeded", "quotaexceeded",
            "resource_exhausted");
    private static final String DAY = "dailylimitexceeded";

    private final Answer answer;
    private final Scope scope;
    private final String code;
    private final String message;

    Refusal(Answer answer, Scope scope) {
        this.answer = answer;
        this.scope = scope;
        Tree error = Json.object(answer.body()).at("error");
        Tree first = error.at("errors").items().stream().findFirst().orElse(Tree.NONE);
        this.code = first.find("reason").or(() -> error.find("status")).or(error::text).orElse("");
        this.message = error.find("message").or(() -> first.find("message")).orElse("");
    }

    ServiceException exception() {
        Reason reason = reason();
        return new ServiceException(reason, answer.status(), code, "", detail(reason));
    }

    /** True where waiting may help: quotas, which are refused with 403 too, and the service's own failures. */
    boolean isPassing() {
        return answer.status() == 429 || answer.status() >= 500 && answer.status() != 501 || isQuota();
    }

    /** True where everybody should stay away for a while. */
    boolean isQuota() {
        return answer.status() == 429 || answer.status() == 503
                || answer.status() == 403 && QUOTA.contains(word());
    }

    /** True where only this user's requests are too many. */
    boolean isOfUser() {
        return scope.isOfUser() && word().equals("userratelimitexceeded");
    }

    private String word() {
        return code.toLowerCase(Locale.ROOT);
    }

    private Reason reason() {
        return switch (answer.status()) {
            case 400 -> badRequest();
            case 401 -> Reason.AUTH_FAILED;
            case 403 -> forbidden();
            case 404 -> Reason.OBJECT_GONE;
            case 410 -> Reason.PAGE_EXPIRED;
            case 429, 503 -> Reason.THROTTLED;
            default -> Reason.SERVICE_ERROR;
        };
    }

    private Reason badRequest() {
        String said = message.toLowerCase(Locale.ROOT);
        boolean noMail = word().equals("failedprecondition") || word().equals("failed_precondition")
                || said.contains("mail service not enabled");
        if (noMail) {
            return Reason.NO_MAILBOX;
        }
        return said.contains("page token") || said.contains("pagetoken") ? Reason.PAGE_EXPIRED : Reason.SERVICE_ERROR;
    }

    private Reason forbidden() {
        String said = message.toLowerCase(Locale.ROOT);
        if (isQuota() || word().equals(DAY)) {
            return Reason.THROTTLED;
        }
        boolean licence = said.contains("licen") || said.contains("edition") || said.contains("subscription");
        if (licence) {
            return Reason.LICENCE_MISSING;
        }
        return said.contains("delegation denied") || word().equals("domainpolicy") ? Reason.POLICY_EXCLUDED
                : Reason.PERMISSION_MISSING;
    }

    private String detail(Reason reason) {
        String said = message.isEmpty() ? "the service gave no message" : message;
        return switch (reason) {
            case NO_MAILBOX -> "this user has no Gmail";
            case OBJECT_GONE -> "it is no longer there, or never was";
            case THROTTLED -> "the quota is used up for now";
            case POLICY_EXCLUDED -> "nobody may act for this user: " + said;
            case LICENCE_MISSING -> "the edition of this organisation does not have it: " + said;
            case PERMISSION_MISSING -> word().contains("accessnotconfigured") || word().contains("service_disabled")
                    ? "the API is not switched on in the project of the service account: " + said
                    : "not allowed with " + scope.address() + ": " + said;
            default -> said;
        };
    }
}
