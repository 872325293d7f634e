package org.mimawari.indicator.signin;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.SignInTrait;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;

/**
 * An application was authorised from one address and its token fetched from another within half an hour: the code was
 * handed to somebody else (ATT&amp;CK T1528, T1550.001).
 */
public final class SignInOauthTwoIp implements Indicator {

    private static final IndicatorProfile PROFILE =
            SignInFinding.profile("signin-oauth-two-ip", Level.HIGH, 60, 0.75, "T1528", "T1550.001");
    private static final Duration WITHIN = Duration.ofMinutes(30);
    private static final int MOST_APPS = 200;

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        if (evidence.signIns().stream().noneMatch(s -> s.traits().contains(SignInTrait.OAUTH_TOKEN))) {
            return List.of();
        }
        Flips flips = new Flips();
        Strangers strangers = Strangers.of(evidence);
        Map<String, SignIn> authorised = new LinkedHashMap<>();
        for (SignIn signIn : Strangers.whereabouts(evidence)) {
            String app = signIn.appId().or(signIn::application).orElse("");
            if (signIn.traits().contains(SignInTrait.OAUTH_AUTHORIZE) && authorised.size() < MOST_APPS) {
                authorised.put(app, signIn);
            }
            if (signIn.traits().contains(SignInTrait.OAUTH_TOKEN)) {
                Optional.ofNullable(authorised.get(app)).filter(from -> isHandedOver(from, signIn))
                        .filter(from -> strangers.isStrange(signIn)).ifPresent(from -> flips.add(from, signIn));
            }
        }
        return flips.groups().stream().map(group -> finding(group, evidence)).toList();
    }

    private static boolean isHandedOver(SignIn from, SignIn to) {
        boolean soon = !to.time().orElseThrow().isAfter(from.time().orElseThrow().plus(WITHIN));
        return soon && Whereabouts.differ(from, to) && !Strangers.haveSameDevice(from, to);
    }

    private static Finding finding(Flips.Group group, MailboxEvidence evidence) {
        SignIn token = group.second();
        return SignInFinding.of(PROFILE, evidence, group, SignInReason.of(List.of(token))
                .andText("ipBefore", group.first().ip().map(Object::toString).orElse("–"))
                .andText("application", token.application().or(token::appId).orElse("–")));
    }
}
