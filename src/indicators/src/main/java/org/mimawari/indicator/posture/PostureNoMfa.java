package org.mimawari.indicator.posture;

import java.util.List;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.SignInTrait;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Reason;

/** The mailbox signs in with a password alone (ATT&amp;CK T1078). */
public final class PostureNoMfa implements Indicator {

    private static final IndicatorProfile PROFILE =
            Weakness.profile("posture-no-mfa", EvidenceKind.SIGN_IN, 10, "T1078");

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        boolean second = evidence.signIns().stream()
                .anyMatch(signIn -> signIn.traits().contains(SignInTrait.SECOND_FACTOR_PASSED));
        List<SignIn> single = second ? List.of() : evidence.signIns().stream().filter(signIn -> signIn.succeeded()
                && signIn.traits().contains(SignInTrait.SINGLE_FACTOR)
                && !signIn.traits().contains(SignInTrait.NON_INTERACTIVE)).toList();
        return Weakness.finding(PROFILE, evidence, single, Reason.NONE);
    }
}
