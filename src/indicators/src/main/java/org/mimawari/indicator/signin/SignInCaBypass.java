package org.mimawari.indicator.signin;

import java.util.List;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.SignInTrait;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.habit.Episodes;
import org.mimawari.indicator.habit.Glance;
import org.mimawari.indicator.network.AppRoles;

/**
 * A sign-in as the device enrolment portal, which conditional access lets through, by a stranger (ATT&amp;CK
 * T1556.009).
 */
public final class SignInCaBypass implements Indicator {

    private static final IndicatorProfile PROFILE =
            SignInFinding.profile("signin-ca-bypass", Level.HIGH, 55, 0.7, "T1556.009");

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        if (!Glance.of(evidence).mayHaveApp(AppRoles::isBypass)) {
            return List.of();
        }
        List<SignIn> enrolling = evidence.signIns().stream().filter(SignIn::succeeded)
                .filter(s -> s.appId().filter(AppRoles::isBypass).isPresent())
                .filter(s -> !s.traits().contains(SignInTrait.MANAGED_DEVICE)).toList();
        if (enrolling.isEmpty()) {
            return List.of();
        }
        Strangers strangers = Strangers.of(evidence);
        Newcomers places = Newcomers.byNeighbourhood(evidence);
        return Episodes.of(enrolling.stream().filter(strangers::isStrange).filter(places::isNew).toList(),
                any -> "bypass").stream().map(episode -> SignInFinding.of(PROFILE, evidence, episode.key(),
                episode.pieces())).toList();
    }
}
