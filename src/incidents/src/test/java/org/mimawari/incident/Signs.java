package org.mimawari.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.TimeRange;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Citation;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Multiplier;
import org.mimawari.indicator.Reason;

/** Findings made up with the weights and confidences of the catalogue (INDICATORS §4), one hour between the stages. */
final class Signs {

    private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");
    private static final MailboxAddress MAILBOX = new MailboxAddress("info@shop.example");
    private static final Map<String, Family> FAMILIES = Map.of("rules", Family.RULES, "fwd", Family.FORWARDING,
            "signin", Family.SIGN_IN, "sent", Family.SENT, "bounce", Family.BOUNCE, "access", Family.ACCESS,
            "exfil", Family.EXFIL, "tamper", Family.TAMPER, "posture", Family.POSTURE);
    private static final Map<String, double[]> CATALOGUE = Map.ofEntries(
            row("sent-campaign-subject", 45, 0.65),
            row("signin-provider-risk", 85, 0.95),
            row("sent-slow-novel", 45, 0.65),
            row("sent-burst-absolute", 50, 0.6),
            row("signin-legacy-new", 40, .7), row("signin-legacy-foreign", 55, .75), row("signin-new-country", 30, .6),
            row("signin-new-asn", 10, .5), row("signin-hosting-asn", 35, .6), row("signin-impossible-travel", 45, .6),
            row("signin-session-split", 60, .7), row("signin-aitm-officehome", 60, .7),
            row("sent-burst-novel", 60, .75), row("sent-offhours", 35, .6), row("sent-new-link", 50, .7),
            row("sent-lookalike-thread", 70, .8), row("sent-bank-change", 45, .6),
            row("bounce-unknown-original-ours", 75, .85), row("bounce-spoofed", 8, .6),
            row("rules-hide-keyword", 60, .75), row("rules-punct-name", 50, .8), row("rules-delete-all", 75, .85),
            row("rules-unusual-author", 50, .8), row("rules-archive-read", 25, .5),
            row("fwd-no-local-copy", 70, .8), row("fwd-external-rule", 50, .7),
            row("access-mfa-added", 25, .5), row("access-new-client-app", 15, .5), row("access-delegate-added", 25, .5),
            row("access-oauth-known-abused", 75, .85), row("exfil-mia-throttled", 45, .7),
            row("exfil-search-terms", 20, .5), row("tamper-mass-delete", 30, .5), row("posture-no-mfa", 10, 1));

    private Signs() {}

    /**
     * The finding that a line of the table names.
     *
     * @param word the id, followed by {@code own} where the owner's usual source discounts it, or {@code undated} where
     *     it is a setting found at the first look
     */
    static Finding sign(String word) {
        String[] parts = word.strip().split(" ");
        double[] row = Optional.ofNullable(CATALOGUE.get(parts[0])).orElseThrow(() -> new AssertionError(parts[0]));
        Family family = FAMILIES.get(parts[0].substring(0, parts[0].indexOf('-')));
        AttackStage stage = stage(family);
        IndicatorProfile profile = new IndicatorProfile(parts[0], family, stage, Level.of(row[0]), (int) row[0], row[1],
                List.of(), Set.of());
        boolean undated = parts.length > 1 && parts[1].equals("undated");
        TimeRange when = undated ? TimeRange.UNKNOWN : TimeRange.at(START.plus(Duration.ofHours(stage.ordinal())));
        Finding finding = Finding.of(profile, Optional.of(MAILBOX), when, "", Reason.NONE, new Citation(0, List.of()));
        if (undated) {
            return finding.times(Multiplier.UNDATED_STATE);
        }
        return parts.length > 1 ? finding.times(Multiplier.habitualSource(family)) : finding;
    }

    private static AttackStage stage(Family family) {
        return switch (family) {
            case SIGN_IN -> AttackStage.INITIAL_ACCESS;
            case ACCESS -> AttackStage.PERSISTENCE;
            case RULES, FORWARDING -> AttackStage.HIDING;
            case SENT, BOUNCE, EXFIL, TAMPER -> AttackStage.ABUSE;
            case POSTURE -> AttackStage.NONE;
        };
    }

    private static Map.Entry<String, double[]> row(String id, int weight, double confidence) {
        return Map.entry(id, new double[] {weight, confidence});
    }
}
