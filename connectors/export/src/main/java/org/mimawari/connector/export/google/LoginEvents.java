package org.mimawari.connector.export.google;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.SignIn.Failure;
import org.mimawari.evidence.SignIn.Outcome;
import org.mimawari.evidence.SignIn.Protocol;
import org.mimawari.evidence.SignInTrait;

/**
 * Sign-ins of the logs {@code login}, {@code saml} and {@code context_aware_access} (Reports API, login audit activity
 * events).
 */
final class LoginEvents {

    private static final String METHODS = "login_challenge_method";
    private static final String PASSWORD = "password";
    /** Challenge methods that prove nothing beside the password. */
    private static final Set<String> FIRST_FACTOR = Set.of(PASSWORD, "none", "", "saml",
            "unknown", "other", "exchange");
    private static final Map<String, Protocol> PROTOCOLS = Map.of("exchange", Protocol.OAUTH, "oauth", Protocol.OAUTH,
            "imap", Protocol.IMAP, "pop", Protocol.POP, "pop3", Protocol.POP, "smtp", Protocol.SMTP,
            "activesync", Protocol.ACTIVESYNC);
    /** Reports API, login audit activity events, values of {@code login_type}. */
    private static final Set<String> DOCUMENTED = Set.of("", "exchange", "google_password", "reauth", "saml", "unknown");
    private static final int MOST_ATTEMPTS = 1_000;

    private LoginEvents() {}

    static void success(Scene scene) {
        int guesses = passwords(scene) - 1;
        if (guesses > 0) {
            scene.accept(signIn(scene, Outcome.FAILURE, Optional.of(Failure.WRONG_PASSWORD), guesses));
        }
        SignIn success = signIn(scene, Outcome.SUCCESS, Optional.empty(), 1);
        if (loginType(scene).equals("saml")) {
            scene.session().failures().succeededBySaml(success);
        }
        scene.accept(success);
    }

    static void failure(Scene scene) {
        SignIn failure = signIn(scene, Outcome.FAILURE, Optional.of(cause(scene)), Math.max(1, passwords(scene)));
        boolean doubtful = failure.wrongPassword() && loginType(scene).equals("google_password");
        if (doubtful) {
            scene.session().failures().hold(failure);
        } else {
            scene.accept(failure);
        }
    }

    /** A question put to somebody who is signing in, or its answer: a step of a sign-in, not a sign-in. */
    static void challenge(Scene scene) {
        String status = scene.parameters().word("login_challenge_status");
        boolean failed = status.contains("fail") || status.contains("incorrect") || status.contains("denied");
        boolean password = !secondFactor(scene) && passwords(scene) > 0;
        Optional<Failure> failure = failed ? Optional.of(password ? Failure.WRONG_PASSWORD : Failure.MFA)
                : Optional.empty();
        scene.accept(signIn(scene, failed ? Outcome.FAILURE : Outcome.CHALLENGED, failure, 1));
    }

    /** The owner opened another application through Google; the password was not asked for. */
    static void throughGoogle(Scene scene) {
        boolean failed = scene.event().word().contains("failure");
        scene.accept(signIn(scene, failed ? Outcome.FAILURE : Outcome.SUCCESS,
                failed ? Optional.of(Failure.OTHER) : Optional.empty(), 1));
    }

    /** A signed-in user was kept out by a rule on devices or places. */
    static void keptOut(Scene scene) {
        scene.accept(signIn(scene, Outcome.BLOCKED, Optional.of(Failure.OTHER), 1));
    }

    private static SignIn signIn(Scene scene, Outcome outcome, Optional<Failure> failure, int attempts) {
        ActivityActor who = scene.activity().actor();
        EventParameters parameters = scene.parameters();
        return new SignIn(scene.origin(scene.actor().or(scene::affected)), outcome, failure, who.ip(), who.place(),
                PROTOCOLS.getOrDefault(loginType(scene), Protocol.WEB),
                who.client().or(() -> parameters.find("user_agent")),
                parameters.find("login_type", "application_name", "CAA_APPLICATION"), who.appId(),
                parameters.find("device_id", "CAA_DEVICE_ID"), Optional.empty(),
                parameters.find("login_failure_type", "saml_status_code", "failure_type"),
                traits(scene, outcome, failure), attempts);
    }

    private static Set<SignInTrait> traits(Scene scene, Outcome outcome, Optional<Failure> failure) {
        EnumSet<SignInTrait> traits = EnumSet.noneOf(SignInTrait.class);
        String type = loginType(scene);
        boolean guess = failure.filter(why -> why == Failure.WRONG_PASSWORD).isPresent();
        if (scene.parameters().isTrue("is_suspicious") && !guess) {
            traits.add(SignInTrait.PROVIDER_RISK);
        }
        if (outcome == Outcome.SUCCESS && !DOCUMENTED.contains(type)) {
            traits.add(SignInTrait.UNDOCUMENTED_WAY);
        }
        if (type.equals("exchange") || scene.activity().application().equals("saml")) {
            traits.add(SignInTrait.NON_INTERACTIVE);
        }
        if (outcome == Outcome.BLOCKED || failure.filter(why -> why == Failure.MFA).isPresent()) {
            traits.add(SignInTrait.PASSWORD_RIGHT);
        }
        if (secondFactor(scene) && !guess) {
            boolean denied = outcome == Outcome.FAILURE;
            traits.add(denied ? SignInTrait.SECOND_FACTOR_DENIED : SignInTrait.SECOND_FACTOR_PASSED);
        } else if (outcome == Outcome.SUCCESS && type.equals("google_password") && passwords(scene) > 0) {
            traits.add(SignInTrait.SINGLE_FACTOR);
        }
        if (outcome == Outcome.CHALLENGED && scene.parameters().word("login_challenge_status").isEmpty()) {
            traits.remove(SignInTrait.SECOND_FACTOR_PASSED);
        }
        return traits;
    }

    private static Failure cause(Scene scene) {
        String said = scene.parameters().word("login_failure_type", "failure_type");
        if (said.contains("disabled") || said.contains("suspended") || said.contains("locked")) {
            return Failure.LOCKED;
        }
        if (said.contains("password")) {
            return Failure.WRONG_PASSWORD;
        }
        if (said.contains("access_code") || said.contains("disallowed") || secondFactor(scene)) {
            return Failure.MFA;
        }
        return loginType(scene).equals("saml") ? Failure.OTHER : Failure.WRONG_PASSWORD;
    }

    private static String loginType(Scene scene) {
        return scene.parameters().word("login_type");
    }

    /** How often a password was typed: Google lists one method for each try, in the order of the tries. */
    private static int passwords(Scene scene) {
        long count = methods(scene).stream().filter(PASSWORD::equals).count();
        return (int) Math.min(MOST_ATTEMPTS, count);
    }

    private static boolean secondFactor(Scene scene) {
        return scene.parameters().isTrue("is_second_factor")
                || methods(scene).stream().anyMatch(method -> !FIRST_FACTOR.contains(method));
    }

    private static List<String> methods(Scene scene) {
        return scene.parameters().all(METHODS).stream().map(text -> text.strip().toLowerCase(Locale.ROOT)).toList();
    }
}
