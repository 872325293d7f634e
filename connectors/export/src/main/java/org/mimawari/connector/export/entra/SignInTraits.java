package org.mimawari.connector.export.entra;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mimawari.connector.export.tree.Tree;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.SignInTrait;

/** What else a sign-in record says: second factor, protocol of the token, risk, device. */
final class SignInTraits {

    /** Ids without dashes, and names without blanks. */
    private static final Set<String> MAIL_SERVICES = Set.of("0000000300000000c000000000000000",
            "0000000200000ff1ce00000000000000", "microsoftgraph", "office365exchangeonline");
    private static final Set<String> JUDGED_RISKY = Set.of("medium", "high");
    private static final Set<String> CLEARED = Set.of("remediated", "dismissed", "confirmedsafe");
    private static final Set<String> CONFIRMED =
            Set.of("adminconfirmedsignincompromised", "adminconfirmedusercompromised");

    private final Tree fields;
    private final SignInRecord.Actor actor;
    private final SignInError error;
    private final int code;
    private final Set<SignInTrait> traits = EnumSet.noneOf(SignInTrait.class);

    SignInTraits(Tree fields, SignInRecord.Actor actor, SignInError error, int code) {
        this.fields = fields;
        this.actor = actor;
        this.error = error;
        this.code = code;
    }

    /** The field's text in lower case without blanks and dashes, as Graph and the portal spell the same value apart. */
    static String word(Tree fields, String... names) {
        return fields.find(names).orElse("").toLowerCase(Locale.ROOT)
                .replace(" ", "").replace("-", "").replace("_", "");
    }

    Set<SignInTrait> all() {
        add(SignInTrait.NON_INTERACTIVE, actor != SignInRecord.Actor.INTERACTIVE);
        add(SignInTrait.PASSWORD_RIGHT, error.passwordRight());
        secondFactor();
        protocol();
        risk();
        Tree device = fields.at("deviceDetail");
        add(SignInTrait.MANAGED_DEVICE, device.flag("isManaged").or(() -> fields.flag("Managed")).orElse(false)
                || device.flag("isCompliant").or(() -> fields.flag("Compliant")).orElse(false));
        return traits;
    }

    private void secondFactor() {
        boolean single = word(fields, "authenticationRequirement").startsWith("singlefactor");
        add(SignInTrait.SINGLE_FACTOR, single && actor != SignInRecord.Actor.APPLICATION);
        String result = (fields.at("status").find("additionalDetails").orElse("") + " "
                + fields.find("Multifactor authentication result").orElse("") + " "
                + fields.at("mfaDetail").find("authDetail").orElse("")).toLowerCase(Locale.ROOT);
        boolean denied = SignInError.deniesSecondFactor(code) || result.contains("mfa denied") || stepDenied();
        add(SignInTrait.SECOND_FACTOR_DENIED, denied);
        boolean passed = result.contains("mfa completed") || result.contains("mfa successfully completed")
                || stepPassed();
        add(SignInTrait.SECOND_FACTOR_PASSED, passed && !denied
                && (error.outcome() == SignIn.Outcome.SUCCESS || result.contains("mfa completed")));
    }

    private boolean stepDenied() {
        return steps().stream().anyMatch(step -> isSecond(step) && !step.flag("succeeded").orElse(true)
                && step.find("authenticationStepResultDetail").orElse("").toLowerCase(Locale.ROOT).contains("denied"));
    }

    /** "Satisfied by claim in the token" is an earlier factor, not one that was passed now. */
    private boolean stepPassed() {
        return steps().stream().anyMatch(step -> isSecond(step) && step.flag("succeeded").orElse(false)
                && !word(step, "authenticationMethod").startsWith("previouslysatisfied")
                && !word(step, "authenticationStepResultDetail").contains("claiminthetoken"));
    }

    private static boolean isSecond(Tree step) {
        String requirement = word(step, "authenticationStepRequirement");
        String method = word(step, "authenticationMethod");
        boolean first = requirement.startsWith("primary") || method.equals("password") || method.isEmpty();
        return !first;
    }

    private List<Tree> steps() {
        return fields.at("authenticationDetails").items();
    }

    private void protocol() {
        String protocol = word(fields, "authenticationProtocol");
        String agent = fields.find("userAgent").orElse("");
        add(SignInTrait.ROPC, protocol.equals("ropc") || agent.contains("BAV2ROPC"));
        add(SignInTrait.DEVICE_CODE, protocol.equals("devicecode")
                || word(fields, "originalTransferMethod").startsWith("devicecode"));
        boolean oauth = protocol.startsWith("oauth2");
        boolean refreshed = word(fields, "incomingTokenType").contains("refreshtoken");
        add(SignInTrait.OAUTH_AUTHORIZE, oauth && actor == SignInRecord.Actor.INTERACTIVE);
        add(SignInTrait.OPENS_MAIL, MAIL_SERVICES.contains(word(fields, "resourceId", "Resource ID"))
                || MAIL_SERVICES.contains(word(fields, "resourceDisplayName", "Resource")));
        add(SignInTrait.OAUTH_TOKEN, oauth && actor == SignInRecord.Actor.NON_INTERACTIVE && !refreshed);
    }

    /**
     * Real-time and later judgement of this sign-in alike, but only while nobody has cleared it. The judgement of the
     * moment stands by itself: exports without the user's state have it too.
     */
    private void risk() {
        String state = word(fields, "riskState");
        boolean atOnce = JUDGED_RISKY.contains(word(fields, "riskLevelDuringSignIn"));
        boolean later = JUDGED_RISKY.contains(word(fields, "riskLevelAggregated", "riskLevel"));
        boolean hijacked = state.equals("confirmedcompromised");
        boolean open = state.equals("atrisk") || hijacked;
        add(SignInTrait.PROVIDER_RISK, open && later || atOnce && !CLEARED.contains(state));
        boolean leaked = open && fields.at("riskEventTypes_v2", "riskEventTypes").texts().contains("leakedCredentials");
        boolean confirmed = open && CONFIRMED.contains(word(fields, "riskDetail"));
        add(SignInTrait.PROVIDER_HIJACKED, hijacked || leaked || confirmed);
    }

    private void add(SignInTrait trait, boolean holds) {
        if (holds) {
            traits.add(trait);
        }
    }
}
