package org.mimawari.incident;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.indicator.Finding;

/** Ranks how an incident probably began, from what was found. Where nothing was seen of it, all stay possible. */
final class CauseRanking {

    private static final int SHOWN = 4;
    /** A clue of at least this weight shows the way in itself, not only that somebody is in. */
    private static final double TELLING = 7;
    private static final double EXPLAINED = 0.25;

    /** What speaks for a hypothesis, how strongly, and what would settle it. */
    private record Clue(Cause.Hypothesis hypothesis, double weight, Set<String> indicators) {}

    private static final List<Clue> CLUES = List.of(
            clue(Cause.Hypothesis.GUESSED_PASSWORD, 8, "signin-bruteforce-success"),
            clue(Cause.Hypothesis.PASSWORD_SPRAY, 9, "signin-spray-success"),
            clue(Cause.Hypothesis.PASSWORD_SPRAY, 2, "signin-spray", "signin-role-probe"),
            clue(Cause.Hypothesis.STOLEN_SESSION, 7, "signin-session-split", "signin-aitm-officehome",
                    "signin-oauth-two-ip"),
            clue(Cause.Hypothesis.CONSENT_PHISHING, 7, "access-oauth-known-abused"),
            clue(Cause.Hypothesis.CONSENT_PHISHING, 3, "access-oauth-rare", "access-oauth-odd-name",
                    "access-oauth-mail-scope"),
            clue(Cause.Hypothesis.DEVICE_CODE_PHISHING, 7, "signin-device-code"),
            clue(Cause.Hypothesis.ADMINISTRATOR_OR_DELEGATE, 4, "access-delegate-added", "access-nonowner-read",
                    "access-admin-role-added", "access-lookalike-account"),
            clue(Cause.Hypothesis.LEAKED_PASSWORD, 4, "signin-legacy-foreign", "signin-legacy-new", "signin-smtp-multi-ip",
                    "signin-new-country", "signin-impossible-travel", "signin-hosting-asn", "signin-ropc",
                    "signin-automation-ua", "signin-provider-risk", "signin-concurrent-countries",
                    "signin-password-known", "signin-shared-attacker-ip"),
            clue(Cause.Hypothesis.OWN_HOST, 3, "sent-from-foreign"),
            clue(Cause.Hypothesis.FORGED_SENDER, 9, "bounce-spoofed"));

    private static final Map<Cause.Hypothesis, Double> BEFOREHAND = Map.of(
            Cause.Hypothesis.LEAKED_PASSWORD, 1.0,
            Cause.Hypothesis.GUESSED_PASSWORD, 0.5,
            Cause.Hypothesis.STOLEN_SESSION, 0.4,
            Cause.Hypothesis.PASSWORD_SPRAY, 0.3,
            Cause.Hypothesis.CONSENT_PHISHING, 0.2,
            Cause.Hypothesis.OWN_HOST, 0.2,
            Cause.Hypothesis.ADMINISTRATOR_OR_DELEGATE, 0.1);

    List<Cause> rank(List<Finding> findings) {
        Map<Cause.Hypothesis, Double> weights = new EnumMap<>(BEFOREHAND);
        Map<Cause.Hypothesis, Set<String>> because = new EnumMap<>(Cause.Hypothesis.class);
        boolean told = CLUES.stream().anyMatch(clue -> clue.weight() >= TELLING && !support(clue, findings).isEmpty());
        for (Clue clue : CLUES) {
            List<Finding> support = support(clue, findings);
            if (!support.isEmpty()) {
                double strongest = support.stream().mapToDouble(Finding::multiplier).max().orElse(0);
                weights.merge(clue.hypothesis(), clue.weight() * Math.min(1, strongest) * explained(clue, told), Double::sum);
                support.forEach(f -> because.computeIfAbsent(clue.hypothesis(), any -> new TreeSet<>()).add(f.id()));
            }
        }
        double all = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        return weights.entrySet().stream()
                .sorted(Map.Entry.<Cause.Hypothesis, Double>comparingByValue().reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(SHOWN)
                .map(entry -> new Cause(entry.getKey(), entry.getValue() / all,
                        List.copyOf(because.getOrDefault(entry.getKey(), Set.of())), confirmBy(entry.getKey())))
                .toList();
    }

    /** A foreign sign-in speaks for a password that was known, unless how it became known was seen. */
    private static double explained(Clue clue, boolean told) {
        return told && clue.hypothesis() == Cause.Hypothesis.LEAKED_PASSWORD ? EXPLAINED : 1;
    }

    private static List<Finding> support(Clue clue, List<Finding> findings) {
        return findings.stream().filter(finding -> clue.indicators().contains(finding.indicator().id())
                && finding.multiplier() > 0).toList();
    }

    private static List<EvidenceKind> confirmBy(Cause.Hypothesis hypothesis) {
        return switch (hypothesis) {
            case GUESSED_PASSWORD, PASSWORD_SPRAY, LEAKED_PASSWORD, STOLEN_SESSION, DEVICE_CODE_PHISHING ->
                    List.of(EvidenceKind.SIGN_IN);
            case CONSENT_PHISHING -> List.of(EvidenceKind.CONNECTED_APP, EvidenceKind.SIGN_IN);
            case ADMINISTRATOR_OR_DELEGATE -> List.of(EvidenceKind.DELEGATION, EvidenceKind.SETTING_CHANGE);
            case OWN_HOST -> List.of(EvidenceKind.SENT_MESSAGE);
            case FORGED_SENDER -> List.of(EvidenceKind.NON_DELIVERY_REPORT, EvidenceKind.SENT_MESSAGE);
        };
    }

    private static Clue clue(Cause.Hypothesis hypothesis, double weight, String... indicators) {
        return new Clue(hypothesis, weight, Set.of(indicators));
    }
}
