package org.mimawari.indicator.signin;

import java.util.ArrayList;
import java.util.List;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.SignInTrait;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Multiplier;
import org.mimawari.indicator.habit.Acquaintance;
import org.mimawari.indicator.habit.Episodes;
import org.mimawari.indicator.habit.Outside;
import org.mimawari.indicator.network.AppRoles;

/**
 * A token for mail was given to the provider's own tool for developers, which this person is not known to use:
 * phishing that asks its victim to paste the tool's answer (ATT&amp;CK T1528).
 */
public final class SignInDeveloperTool implements Indicator {

    private static final IndicatorProfile PROFILE =
            SignInFinding.profile("signin-developer-tool", Level.MEDIUM, 45, 0.6, "T1528", "T1566.002");

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        List<SignIn> tokens = evidence.signIns().stream().filter(SignInDeveloperTool::isForMail)
                .filter(signIn -> Outside.isOutside(signIn, evidence)).toList();
        if (tokens.isEmpty()) {
            return List.of();
        }
        Acquaintance known = Acquaintance.of(Outside.teachers(evidence), signIn -> signIn.appId());
        List<Finding> findings = new ArrayList<>();
        List<SignIn> fresh = tokens.stream().filter(signIn -> isNew(signIn, known)).toList();
        for (Episodes.Episode<SignIn> episode : Episodes.of(fresh, signIn -> signIn.appId().orElse(""))) {
            Finding finding = SignInFinding.of(PROFILE, evidence, episode.key(), episode.pieces(),
                    SignInReason.of(episode.pieces()).andText("application", application(episode.first())));
            findings.add(known.hasHistory(episode.from()) ? finding : finding.times(Multiplier.COLD_START));
        }
        return findings;
    }

    private static boolean isForMail(SignIn signIn) {
        return signIn.succeeded() && signIn.traits().contains(SignInTrait.OPENS_MAIL)
                && signIn.appId().filter(AppRoles::isTool).isPresent();
    }

    private static boolean isNew(SignIn signIn, Acquaintance known) {
        return signIn.time().filter(when -> signIn.appId().filter(app -> known.knows(app, when)).isPresent()).isEmpty();
    }

    private static String application(SignIn signIn) {
        return signIn.application().or(signIn::appId).orElse("–");
    }
}
