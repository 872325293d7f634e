package org.mimawari.indicator.signin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.ProviderAlert;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.SignInTrait;
import org.mimawari.evidence.TimeRange;
import org.mimawari.indicator.Citation;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Reason;
import org.mimawari.indicator.habit.Episodes;

/**
 * The provider's own detection says the sign-in was risky, the password leaked or the account taken over (ATT&amp;CK
 * T1078.004).
 */
public final class SignInProviderRisk implements Indicator {

    private static final IndicatorProfile PROFILE =
            SignInFinding.profile("signin-provider-risk", Level.HIGH, 55, 0.7, "T1078.004");

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        List<Evidence> said = new ArrayList<>();
        evidence.signIns().stream().filter(SignInProviderRisk::isRisky).forEach(said::add);
        evidence.providerAlerts().stream().filter(alert -> verdict(alert).isPresent() && !isSettled(alert))
                .forEach(said::add);
        said.sort(Comparator.comparing((Evidence piece) -> piece.time().orElse(Instant.MIN))
                .thenComparing(Evidence::ref));
        return Episodes.groups(said, piece -> verdict(piece).orElse(Verdict.LIGHT).name()).stream()
                .map(group -> finding(group, evidence)).toList();
    }

    /** How much the provider's word means. */
    private enum Verdict {
        HIJACKED(Level.CRITICAL, 85, 0.95), LEAKED(Level.HIGH, 55, 0.7), RISKY(Level.HIGH, 55, 0.7),
        LIGHT(Level.LOW, 20, 0.5);

        private final Level level;
        private final int weight;
        private final double confidence;

        Verdict(Level level, int weight, double confidence) {
            this.level = level;
            this.weight = weight;
            this.confidence = confidence;
        }
    }

    private static Optional<Verdict> verdict(Evidence piece) {
        return piece instanceof ProviderAlert alert ? verdict(alert) : verdict((SignIn) piece);
    }

    private static Optional<Verdict> verdict(SignIn signIn) {
        if (signIn.traits().contains(SignInTrait.PROVIDER_HIJACKED)) {
            return Optional.of(Verdict.HIJACKED);
        }
        return Optional.of(signIn.passwordRight() ? Verdict.RISKY : Verdict.LIGHT);
    }

    private static Optional<Verdict> verdict(ProviderAlert alert) {
        boolean slight = alert.severity()
                .filter(text -> text.toLowerCase(Locale.ROOT).matches("low|informational|info|none"))
                .isPresent();
        return switch (alert.topic()) {
            case ACCOUNT_HIJACKED -> Optional.of(Verdict.HIJACKED);
            case PASSWORD_LEAKED -> Optional.of(Verdict.LEAKED);
            case RISKY_SIGN_IN, RISKY_USER -> Optional.of(slight || isClosed(alert) ? Verdict.LIGHT : Verdict.RISKY);
            default -> Optional.empty();
        };
    }

    private static boolean isRisky(SignIn signIn) {
        boolean flagged = signIn.traits().contains(SignInTrait.PROVIDER_RISK)
                || signIn.traits().contains(SignInTrait.PROVIDER_HIJACKED);
        return flagged && signIn.outcome() != SignIn.Outcome.BLOCKED;
    }

    /** What somebody has looked at and closed is no news. */
    private static boolean isSettled(ProviderAlert alert) {
        String text = (alert.detail().orElse("") + " " + alert.severity().orElse("")).toLowerCase(Locale.ROOT);
        return text.contains("dismissed") || text.contains("remediated") || text.contains("confirmedsafe");
    }

    /** Closed without anybody saying that it was true: worth a look beside other signs. */
    private static boolean isClosed(ProviderAlert alert) {
        String text = alert.detail().orElse("").toLowerCase(Locale.ROOT);
        return text.startsWith("resolved") && !text.contains("truepositive");
    }

    private static Finding finding(List<Evidence> pieces, MailboxEvidence evidence) {
        Evidence first = pieces.get(0);
        Verdict verdict = verdict(first).orElse(Verdict.LIGHT);
        Reason reason = Reason.text("said", said(first)).andText("ip", ip(pieces)).andNumber("count", pieces.size());
        return Finding.of(PROFILE, evidence, TimeRange.of(pieces), verdict.name(), reason, Citation.of(pieces))
                .judged(verdict.level, verdict.weight, verdict.confidence);
    }

    private static String said(Evidence piece) {
        return piece instanceof ProviderAlert alert ? alert.title()
                : verdict(piece).filter(Verdict.HIJACKED::equals).isPresent() ? "account taken over" : "risky sign-in";
    }

    private static String ip(List<Evidence> pieces) {
        return pieces.stream().flatMap(piece -> (piece instanceof ProviderAlert alert ? alert.ip()
                : ((SignIn) piece).ip()).stream()).findFirst().map(IpAddress::text).orElse("–");
    }
}
