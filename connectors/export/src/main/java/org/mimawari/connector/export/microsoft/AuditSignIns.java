package org.mimawari.connector.export.microsoft;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.Place;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.SignIn.Outcome;
import org.mimawari.evidence.SignIn.Protocol;
import org.mimawari.evidence.SignInTrait;

/** {@code UserLoggedIn} and {@code UserLoginFailed}, the sign-ins that every tenant has, whatever its licence. */
final class AuditSignIns {

    private static final EntraError UNNAMED_FAILURE = EntraError.of(-1);
    private static final EntraError SUCCESS = EntraError.of(0);

    private AuditSignIns() {}

    static void succeeded(AuditRecord record, AuditScene scene) {
        signIn(record, scene, EntraError.find(record.text(AuditField.ERROR_NUMBER), "").orElse(SUCCESS));
    }

    static void failed(AuditRecord record, AuditScene scene) {
        EntraError error = EntraError.find(record.text(AuditField.ERROR_NUMBER), record.text(AuditField.LOGON_ERROR))
                .filter(known -> known.outcome() != Outcome.SUCCESS)
                .or(() -> EntraError.find("", record.text(AuditField.LOGON_ERROR))).orElse(UNNAMED_FAILURE);
        signIn(record, scene, error);
    }

    private static void signIn(AuditRecord record, AuditScene scene, EntraError error) {
        String request = record.property(AuditField.EXTENDED, "RequestType");
        String agent = agent(record);
        boolean ropc = isRopc(agent);
        Protocol protocol = ropc ? Protocol.LEGACY : protocol(request, agent);
        String deviceSession = record.property(AuditField.DEVICE, "SessionId");
        scene.accept(new SignIn(scene.origin(record, scene.user(record)), error.outcome(), error.failure(),
                scene.ip(record), Place.UNKNOWN, protocol, filled(agent), Optional.empty(),
                record.find(AuditField.APPLICATION_ID), filled(record.property(AuditField.DEVICE, "Id")),
                deviceSession.isEmpty() ? record.find(AuditField.SESSION) : Optional.of(deviceSession),
                code(record), traits(record, error, request, protocol), 1));
    }

    private static Optional<String> code(AuditRecord record) {
        Optional<String> code = record.find(AuditField.ERROR_NUMBER).filter(text -> !text.equals("0"));
        return code.isPresent() ? code : record.find(AuditField.LOGON_ERROR);
    }

    private static String agent(AuditRecord record) {
        String agent = record.property(AuditField.EXTENDED, "UserAgent");
        return agent.isEmpty() ? record.text(AuditField.USER_AGENT) : agent;
    }

    private static Protocol protocol(String request, String agent) {
        if (request.startsWith("OrgIdWsTrust")) {
            return Protocol.LEGACY;
        }
        if (agent.startsWith("CBAinPROD")) {
            return Protocol.IMAP;
        }
        if (request.startsWith("OAuth2:")) {
            return Protocol.OAUTH;
        }
        return request.isEmpty() ? Protocol.UNKNOWN : Protocol.WEB;
    }

    private static Set<SignInTrait> traits(AuditRecord record, EntraError error, String request, Protocol protocol) {
        Set<SignInTrait> traits = EnumSet.noneOf(SignInTrait.class);
        traits.addAll(error.traits());
        Optional<SignInTrait> requested = request(request);
        if (requested.isPresent()) {
            traits.add(requested.get());
        }
        if (protocol == Protocol.LEGACY && isRopc(agent(record))) {
            traits.add(SignInTrait.ROPC);
        }
        if (protocol == Protocol.LEGACY) {
            traits.add(SignInTrait.SINGLE_FACTOR);
        }
        if (error.outcome() == Outcome.SUCCESS && request.startsWith("SAS:")) {
            traits.add(SignInTrait.SECOND_FACTOR_PASSED);
        }
        if (record.property(AuditField.DEVICE, "IsCompliantAndManaged").equalsIgnoreCase("true")) {
            traits.add(SignInTrait.MANAGED_DEVICE);
        }
        return traits.isEmpty() ? Set.of() : traits;
    }

    private static Optional<SignInTrait> request(String request) {
        if (request.isEmpty() || request.equals("Login:login")) {
            return Optional.empty();
        }
        return switch (request.toLowerCase(Locale.ROOT)) {
            case "cmsi:cmsi" -> Optional.of(SignInTrait.DEVICE_CODE);
            case "oauth2:authorize" -> Optional.of(SignInTrait.OAUTH_AUTHORIZE);
            case "oauth2:token" -> Optional.of(SignInTrait.OAUTH_TOKEN);
            default -> request.toLowerCase(Locale.ROOT).contains("devicecode")
                    ? Optional.of(SignInTrait.DEVICE_CODE) : Optional.empty();
        };
    }

    /** Exchange signs in with a user's name and password for IMAP, POP and SMTP clients under this agent. */
    private static boolean isRopc(String agent) {
        return agent.contains("BAV2ROPC");
    }

    private static Optional<String> filled(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
