package org.mimawari.connector.export.microsoft;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.SignIn.Failure;
import org.mimawari.evidence.SignIn.Outcome;
import org.mimawari.evidence.SignInTrait;

/**
 * What an Entra sign-in error code says of the attempt. Source: Microsoft Entra authentication and authorization error
 * codes (AADSTS). A prompt is a page that was shown, not a wrong password; behind many of them the password was right.
 */
public record EntraError(Outcome outcome, Optional<Failure> failure, Set<SignInTrait> traits) {

    private static final EntraError SUCCESS = new EntraError(Outcome.SUCCESS, Optional.empty(), Set.of());
    private static final EntraError WRONG = failed(Outcome.FAILURE, Failure.WRONG_PASSWORD);
    private static final EntraError LOCKED = failed(Outcome.FAILURE, Failure.LOCKED);
    private static final EntraError OTHER = failed(Outcome.FAILURE, Failure.OTHER);
    private static final EntraError OTHER_RIGHT =
            failed(Outcome.FAILURE, Failure.OTHER, SignInTrait.PASSWORD_RIGHT);
    private static final EntraError BLOCKED = failed(Outcome.BLOCKED, Failure.OTHER, SignInTrait.PASSWORD_RIGHT);
    private static final EntraError FACTOR = failed(Outcome.CHALLENGED, Failure.MFA, SignInTrait.PASSWORD_RIGHT);
    private static final EntraError DENIED = failed(Outcome.FAILURE, Failure.MFA, SignInTrait.PASSWORD_RIGHT,
            SignInTrait.SECOND_FACTOR_DENIED);
    private static final EntraError PROMPT = failed(Outcome.CHALLENGED, Failure.PROMPT);
    private static final EntraError PROMPT_RIGHT =
            failed(Outcome.CHALLENGED, Failure.PROMPT, SignInTrait.PASSWORD_RIGHT);

    /** Names of the older audit log, which gives them beside or instead of the code. */
    private static final Map<String, Integer> NAMES = Map.ofEntries(
            Map.entry("invalidusernameorpassword", 50126),
            Map.entry("invalidpassword", 50126),
            Map.entry("invalidpasswordexpiredpassword", 50055),
            Map.entry("useraccountnotfound", 50034),
            Map.entry("idslocked", 50053),
            Map.entry("userdisabled", 50057),
            Map.entry("userstrongauthclientauthnrequired", 50074),
            Map.entry("userstrongauthclientauthnrequiredinterrupt", 50074),
            Map.entry("userstrongauthenrollmentrequired", 50079),
            Map.entry("userstrongauthenrollmentrequiredinterrupt", 50072),
            Map.entry("userstrongauthexpired", 50078),
            Map.entry("authenticationfailedsaserror", 500121),
            Map.entry("blockedbyconditionalaccess", 53003),
            Map.entry("blockedbyconditionalaccessonsecuritypolicy", 53003),
            Map.entry("externalsecuritychallenge", 50158),
            Map.entry("deviceauthenticationrequired", 50097),
            Map.entry("deviceauthenticationfailed", 50155),
            Map.entry("passwordresetregistrationrequiredinterrupt", 50125),
            Map.entry("kmsiinterrupt", 50140),
            Map.entry("cmsiinterrupt", 50199),
            Map.entry("delegationdoesnotexist", 65001),
            Map.entry("userdeclinedconsent", 65004),
            Map.entry("ssoartifactrevoked", 50173),
            Map.entry("ssoartifactinvalidorexpired", 50132),
            Map.entry("usersessionselectioninvalid", 16003),
            Map.entry("usersessioninsufficient", 50058),
            Map.entry("usernotassignedtoapplication", 50105),
            Map.entry("entitlementgrantsnotfound", 50105));

    public EntraError {
        traits = Set.copyOf(traits);
    }

    /** What the code says; 0 is success, an unknown one a failure of another kind. */
    public static EntraError of(int code) {
        return switch (code) {
            case 0 -> SUCCESS;
            case 50034, 50056, 50064, 50126, 50144 -> WRONG;
            case 50053 -> LOCKED;
            case 50074, 50076, 50078, 50158 -> FACTOR;
            case 500121 -> DENIED;
            case 50072, 50079, 50125, 50127, 50140, 50203 -> PROMPT_RIGHT;
            case 16000, 16001, 16002, 16003, 50058, 50059, 50097, 50132, 50199, 65001, 65004, 90093, 90094, 90095,
                    81010, 81012, 9002341 -> PROMPT;
            case 50005, 50057, 50105, 50129, 50131, 53000, 53001, 53002, 53003, 53004, 53011, 530031, 530032 -> BLOCKED;
            case 50055, 50133, 50155, 50173 -> OTHER_RIGHT;
            default -> OTHER;
        };
    }

    /** What the code or, where that is no number, the name of the error says; empty where both are missing. */
    public static Optional<EntraError> find(String code, String name) {
        int number = number(code);
        return number < 0 ? code(name).map(EntraError::of) : Optional.of(of(number));
    }

    private static int number(String code) {
        int value = code.isEmpty() || code.length() > 9 ? -1 : 0;
        for (int i = 0; i < code.length() && value >= 0; i++) {
            char c = code.charAt(i);
            value = c >= '0' && c <= '9' ? value * 10 + (c - '0') : -1;
        }
        return value;
    }

    private static Optional<Integer> code(String name) {
        return name.isEmpty() ? Optional.empty() : Optional.of(NAMES.getOrDefault(name.toLowerCase(Locale.ROOT), -1));
    }

    private static EntraError failed(Outcome outcome, Failure failure, SignInTrait... traits) {
        Set<SignInTrait> all = EnumSet.noneOf(SignInTrait.class);
        all.addAll(Set.of(traits));
        return new EntraError(outcome, Optional.of(failure), all);
    }
}
