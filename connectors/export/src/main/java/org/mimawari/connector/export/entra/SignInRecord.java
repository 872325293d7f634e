package org.mimawari.connector.export.entra;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.Fingerprint;
import org.mimawari.connector.export.tree.ExportTime;
import org.mimawari.connector.export.tree.Tree;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.Origin;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.SignInTrait;

/**
 * Translates a sign-in of Graph (v1.0 and beta), the portal's downloads, or Azure Monitor. Source of the fields:
 * microsoft.graph.signIn.
 */
final class SignInRecord {

    /** Who signs in: a user at a page, a client in a user's name, or an application in its own. */
    enum Actor { INTERACTIVE, NON_INTERACTIVE, APPLICATION }

    private static final int LONGEST_CLIENT = 1_000;
    private static final String[] OUTCOMES = {"status", "Sign-in error code", "errorCode", "ResultType",
        "Failure reason", "ResultDescription", "resultSignature", "Result"};

    private final Tree fields;
    private final Actor actor;

    SignInRecord(EntraRecord record, String fileName) {
        this.fields = record.fields();
        this.actor = actor(record, fileName);
    }

    Actor actor() {
        return actor;
    }

    Optional<String> id() {
        return fields.find("id", "requestId", "OriginalRequestId");
    }

    Optional<Instant> time() {
        return fields.find("createdDateTime", "Date (UTC)", "TimeGenerated", "time", "Date", "created_at")
                .flatMap(ExportTime::find);
    }

    /** The same sign-in has the same one in the portal's tables and in JSON, whose request id is the record's id. */
    long fingerprint() {
        Optional<String> id = id().filter(text -> text.length() >= 8);
        if (id.isPresent()) {
            return Fingerprint.of("entra sign-in", id.get().toLowerCase(Locale.ROOT));
        }
        return Fingerprint.of("entra sign-in", fields.find("correlationId").orElse(""),
                fields.find("userPrincipalName", "Username", "servicePrincipalId").orElse("").toLowerCase(Locale.ROOT),
                time().map(when -> Long.toString(when.getEpochSecond())).orElse(""),
                ip().map(IpAddress::text).orElse(""),
                Integer.toString(code().orElse(-1)), fields.find("appId", "Application ID", "Application").orElse(""),
                fields.find("riskState").orElse("") + fields.find("riskLevelDuringSignIn").orElse("")
                        + fields.find("riskLevelAggregated").orElse(""));
    }

    SignIn signIn(EvidenceRef ref) {
        SignInError error = error();
        Set<SignInTrait> traits = new SignInTraits(fields, actor, error, code().orElse(-1)).all();
        return new SignIn(new Origin(mailbox(), time(), ref), error.outcome(), error.failure(), ip(),
                SignInPlace.of(fields), protocol(), client(), application(),
                shown("appId", "Application ID"), device(), shown("sessionId"),
                code().map(Object::toString), traits, 1);
    }

    private static Actor actor(EntraRecord record, String fileName) {
        String category = record.category().toLowerCase(Locale.ROOT);
        String name = fileName.toLowerCase(Locale.ROOT);
        Tree fields = record.fields();
        List<String> types = fields.at("signInEventTypes").texts();
        boolean application = category.startsWith("serviceprincipal") || category.startsWith("managedidentity")
                || category.startsWith("aadserviceprincipal") || category.startsWith("aadmanagedidentity")
                || types.contains("servicePrincipal") || types.contains("managedIdentity")
                || fields.find("userPrincipalName", "Username", "userId", "User ID").isEmpty()
                        && fields.hasAny("servicePrincipalId", "Service principal ID");
        if (application) {
            return Actor.APPLICATION;
        }
        boolean quiet = category.contains("noninteractive") || types.contains("nonInteractiveUser")
                || fields.flag("isInteractive").filter(interactive -> !interactive).isPresent()
                || !fields.has("isInteractive") && name.contains("noninteractive")
                || SignInTraits.word(fields, "incomingTokenType").equals("refreshtoken");
        return quiet ? Actor.NON_INTERACTIVE : Actor.INTERACTIVE;
    }

    private Optional<MailboxAddress> mailbox() {
        if (actor == Actor.APPLICATION) {
            return Optional.empty();
        }
        return fields.find("userPrincipalName").or(() -> fields.find("Username")).flatMap(MailboxAddress::findFull)
                .or(() -> fields.find("signInIdentifier", "alternateSignInName", "User")
                        .flatMap(MailboxAddress::findFull));
    }

    private Optional<IpAddress> ip() {
        return fields.find("ipAddress", "callerIpAddress").flatMap(IpAddress::find);
    }

    private Optional<Integer> code() {
        return fields.at("status").find("errorCode")
                .or(() -> fields.find("Sign-in error code", "errorCode", "ResultType"))
                .flatMap(SignInRecord::number);
    }

    private static Optional<Integer> number(String text) {
        boolean digits = text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }

    /** True where nothing tells whether it succeeded, or the export kept no more of that than the name of a type. */
    boolean hasLostOutcome() {
        String status = fields.at("status").text().orElse("");
        boolean named = status.startsWith("Microsoft.") || status.startsWith("System.");
        return code().isEmpty() && (named || !fields.hasAny(OUTCOMES));
    }

    private SignInError error() {
        Tree status = fields.at("status");
        String words = status.text().or(() -> fields.find("ResultType")).orElse("");
        String reason = status.find("failureReason").or(() -> fields.find("Failure reason", "ResultDescription"))
                .orElse("");
        SignInError error = code().map(SignInError::of).orElseGet(() -> SignInError.ofWords(words, reason));
        boolean unnamed = error.outcome() == SignIn.Outcome.FAILURE
                && error.failure().filter(SignIn.Failure.OTHER::equals).isPresent();
        if (unnamed && SignInTraits.word(fields, "conditionalAccessStatus", "Conditional Access").equals("failure")) {
            return new SignInError(SignIn.Outcome.BLOCKED, error.failure(), error.passwordRight());
        }
        boolean interrupted = unnamed && words.equalsIgnoreCase("Interrupted");
        return interrupted ? SignInError.ofWords(words, "") : error;
    }

    /** Portal tables and Graph name the client alike; "Mobile Apps and Desktop clients" is modern authentication. */
    private SignIn.Protocol protocol() {
        String used = fields.find("clientAppUsed", "Client app").orElse("").toLowerCase(Locale.ROOT);
        boolean modern = used.isEmpty() || used.equals("browser") || used.startsWith("mobile apps");
        return modern ? modernProtocol(used) : legacyProtocol(used);
    }

    private SignIn.Protocol modernProtocol(String used) {
        if (used.equals("browser")) {
            return SignIn.Protocol.WEB;
        }
        return used.isEmpty() && actor != Actor.APPLICATION ? SignIn.Protocol.UNKNOWN : SignIn.Protocol.OAUTH;
    }

    private static SignIn.Protocol legacyProtocol(String used) {
        if (used.contains("imap")) {
            return SignIn.Protocol.IMAP;
        }
        if (used.contains("smtp")) {
            return SignIn.Protocol.SMTP;
        }
        if (used.contains("activesync")) {
            return SignIn.Protocol.ACTIVESYNC;
        }
        if (used.contains("web services") && !used.contains("reporting")) {
            return SignIn.Protocol.EWS;
        }
        if (used.contains("mapi") || used.contains("outlook anywhere")) {
            return SignIn.Protocol.MAPI;
        }
        return used.startsWith("pop") || used.contains("; pop") ? SignIn.Protocol.POP : SignIn.Protocol.LEGACY;
    }

    private Optional<String> client() {
        Tree device = fields.at("deviceDetail");
        return shown("userAgent").or(() -> device.find("browser")).or(() -> shown("Browser"))
                .map(text -> text.length() <= LONGEST_CLIENT ? text : text.substring(0, LONGEST_CLIENT));
    }

    private Optional<String> application() {
        return shown("appDisplayName", "Application").or(() -> shown("servicePrincipalName"));
    }

    private Optional<String> device() {
        Tree device = fields.at("deviceDetail");
        return device.find("deviceId").or(() -> shown("Device ID"))
                .filter(id -> !id.equals("{PII Removed}") && !id.matches("[0-]+"));
    }

    /** Guests' details are replaced in the logs of the resource's tenant. */
    private Optional<String> shown(String... names) {
        return fields.find(names).filter(text -> !text.equals("{PII Removed}"));
    }
}
