package org.mimawari.indicator.signin;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.SignInTrait;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.network.AppRoles;

/**
 * A sign-in by device code by somebody who never used one; a favourite of phishing by telephone and chat
 * (RFC 8628, ATT&amp;CK T1528).
 */
public final class SignInDeviceCode implements Indicator {

    private static final IndicatorProfile PROFILE =
            SignInFinding.profile("signin-device-code", Level.MEDIUM, 45, 0.7, "T1528", "T1566.002");

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        if (evidence.signIns().stream().noneMatch(SignInDeviceCode::isByCode)) {
            return List.of();
        }
        Newcomers ways = new Newcomers(evidence, signIn -> Optional.of(isByCode(signIn) ? "code" : "other"), Set.of());
        return ways.findings(PROFILE, SignInDeviceCode::isByCode).stream()
                .map(finding -> isGrave(finding, evidence) ? finding.judged(Level.HIGH, 60, 0.75) : finding).toList();
    }

    /** The code went to the broker, or the session it opened is used from more than one part of the network. */
    private static boolean isGrave(Finding finding, MailboxEvidence evidence) {
        List<SignIn> byCode = evidence.signIns().stream().filter(SignInDeviceCode::isByCode)
                .filter(SignIn::succeeded).toList();
        Set<String> sessions = byCode.stream().flatMap(s -> s.session().stream()).collect(Collectors.toSet());
        long places = evidence.signIns().stream().filter(SignIn::succeeded)
                .filter(s -> s.session().filter(sessions::contains).isPresent())
                .flatMap(s -> s.ip().stream()).map(WideRange::of).distinct().count();
        boolean broker = byCode.stream().anyMatch(s -> s.appId().filter(AppRoles::isBroker).isPresent());
        return finding.level() == Level.MEDIUM && (broker || places > 1);
    }

    private static boolean isByCode(SignIn signIn) {
        return signIn.traits().contains(SignInTrait.DEVICE_CODE);
    }
}
