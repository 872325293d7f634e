package org.mimawari.connector.export.entra;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.SignIn.Failure;
import org.mimawari.evidence.SignIn.Outcome;

/**
 * What an Entra sign-in error code says. Source: "Microsoft Entra authentication and authorization error codes"
 * (AADSTS).
 */
record SignInError(Outcome outcome, Optional<Failure> failure, boolean passwordRight) {

    private static final SignInError SUCCESS = new SignInError(Outcome.SUCCESS, Optional.empty(), false);

    /** Wrong password, no such user (a guess at the name is a guess at the credentials), password not accepted. */
    private static final Set<Integer> WRONG_PASSWORD = Set.of(50126, 50056, 50064, 50144, 50034, 50014);

    private static final Set<Integer> SECOND_FACTOR_ASKED = Set.of(50074, 50076, 50158);
    private static final Set<Integer> SECOND_FACTOR_FAILED = Set.of(500121, 50088, 50087);

    /** Consent, enrolment, account choice, "stay signed in", tokens that ran out: pages, not refusals. */
    private static final Set<Integer> PROMPT = Set.of(50055, 50058, 50059, 50072, 50079, 50097, 50125, 50127, 50132,
            50133, 50140, 50143, 50173, 50199, 50203, 51006, 16000, 16001, 16002, 16003, 65001, 65004, 70008, 70043,
            70044, 90094, 90095, 700082, 700084, 9002341);

    /** Stopped by a policy or because the account is disabled. */
    private static final Set<Integer> BLOCKED = Set.of(50005, 50057, 50105, 50129, 50131, 50155, 53000, 53001, 53002,
            53003, 53004, 53009, 53010, 53011, 530021, 530022, 530032, 530034, 530035);

    private static final Set<Integer> PASSWORD_RIGHT = Set.of(50055, 50057, 50155, 50105, 50133, 50005, 50076, 50079,
            50173, 50158, 50072, 50074, 53003, 53000, 53001, 53002, 53004, 50129, 500121, 50140, 65001, 65004, 90095,
            50203, 530032);

    private static final int LOCKED = 50053;

    static SignInError of(int code) {
        boolean right = PASSWORD_RIGHT.contains(code);
        if (code == 0) {
            return SUCCESS;
        }
        if (code == LOCKED) {
            return new SignInError(Outcome.FAILURE, Optional.of(Failure.LOCKED), false);
        }
        if (WRONG_PASSWORD.contains(code)) {
            return new SignInError(Outcome.FAILURE, Optional.of(Failure.WRONG_PASSWORD), false);
        }
        if (SECOND_FACTOR_ASKED.contains(code)) {
            return new SignInError(Outcome.CHALLENGED, Optional.of(Failure.MFA), right);
        }
        if (SECOND_FACTOR_FAILED.contains(code)) {
            return new SignInError(Outcome.FAILURE, Optional.of(Failure.MFA), right);
        }
        if (PROMPT.contains(code)) {
            return new SignInError(Outcome.CHALLENGED, Optional.of(Failure.PROMPT), right);
        }
        boolean blocked = BLOCKED.contains(code);
        return new SignInError(blocked ? Outcome.BLOCKED : Outcome.FAILURE, Optional.of(Failure.OTHER), right);
    }

    /** What the words say where there is no code: {@code Failure}, {@code Interrupted}, and the reason. */
    static SignInError ofWords(String status, String reason) {
        String why = reason.toLowerCase(Locale.ROOT);
        String how = status.toLowerCase(Locale.ROOT);
        if (why.contains("username or password") || why.contains("user id or password")) {
            return of(why.contains("locked") ? LOCKED : 50126);
        }
        if (why.contains("locked")) {
            return of(LOCKED);
        }
        if (how.contains("interrupted")) {
            return new SignInError(Outcome.CHALLENGED, Optional.of(Failure.PROMPT), false);
        }
        boolean failed = how.contains("fail") || how.contains("block")
                || how.isEmpty() && !why.isEmpty() && !why.equals("none");
        return failed ? new SignInError(Outcome.FAILURE, Optional.of(Failure.OTHER), false) : SUCCESS;
    }

    /** True where the second factor was asked for and refused, timed out or was wrong. */
    static boolean deniesSecondFactor(int code) {
        return SECOND_FACTOR_FAILED.contains(code);
    }
}
