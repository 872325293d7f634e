package org.mimawari.indicator.signin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.SignInTrait;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;

/** The owner was asked to approve a sign-in again and again; grave where one was then approved (ATT&amp;CK T1621). */
public final class SignInMfaFatigue implements Indicator {

    private static final IndicatorProfile PROFILE =
            SignInFinding.profile("signin-mfa-fatigue", Level.MEDIUM, 40, 0.7, "T1621");
    private static final int REQUESTS = 5;
    private static final int MOST = 20;
    private static final Duration WITHIN = Duration.ofMinutes(30);
    private static final Duration APPROVED = Duration.ofHours(1);

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        if (evidence.signIns().stream().noneMatch(SignInMfaFatigue::isDenied)) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        RecentFailures recent = new RecentFailures(WITHIN);
        List<SignIn> open = List.of();
        Strangers strangers = Strangers.of(evidence);
        for (SignIn signIn : evidence.signIns()) {
            if (signIn.time().isEmpty()) {
                continue;
            }
            open = isOver(open, signIn) ? close(open, Optional.empty(), findings, evidence) : open;
            if (isDenied(signIn) && strangers.isStrange(signIn)) {
                recent.add(signIn);
                open = recent.attempts() >= REQUESTS ? grown(open, recent, signIn) : open;
            } else if (signIn.succeeded() && !open.isEmpty() && strangers.isStrange(signIn)) {
                open = close(open, Optional.of(signIn), findings, evidence);
            }
        }
        close(open, Optional.empty(), findings, evidence);
        return findings;
    }

    private static List<SignIn> grown(List<SignIn> open, RecentFailures recent, SignIn denied) {
        List<SignIn> grown = open.isEmpty() ? new ArrayList<>(recent.all()) : open;
        if (!open.isEmpty()) {
            grown.add(denied);
        }
        return grown;
    }

    private static boolean isOver(List<SignIn> open, SignIn now) {
        return !open.isEmpty() && now.time().orElseThrow()
                .isAfter(open.get(open.size() - 1).time().orElseThrow().plus(APPROVED));
    }

    private static List<SignIn> close(List<SignIn> open, Optional<SignIn> success, List<Finding> findings,
            MailboxEvidence evidence) {
        if (open.isEmpty() || findings.size() >= MOST) {
            return List.of();
        }
        List<SignIn> all = new ArrayList<>(open);
        success.ifPresent(all::add);
        Finding finding = SignInFinding.of(PROFILE, evidence, success.isPresent() ? "approved" : "refused", all,
                SignInReason.of(open).andText("outcome", success.isPresent() ? "approved" : "not approved"));
        findings.add(success.isPresent() ? finding.judged(Level.HIGH, 65, 0.8) : finding);
        return List.of();
    }

    private static boolean isDenied(SignIn signIn) {
        return signIn.traits().contains(SignInTrait.SECOND_FACTOR_DENIED)
                || signIn.outcome() == SignIn.Outcome.FAILURE
                && signIn.failure().filter(why -> why == SignIn.Failure.MFA).isPresent();
    }
}
