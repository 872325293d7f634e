package org.mimawari.incident;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;

/**
 * Findings that together mean more than their sum, with the score they guarantee. A member
 * counts only where its factors leave at least {@value #CLEAR} of it, so that nothing habitual takes part.
 *
 * @param floor the least score where all members are present
 * @param members each an indicator, one of several indicators, or a whole family
 */
record Combination(double floor, List<Member> members) {

    private static final double CLEAR = 0.8;
    private static final double FAMILY_SPEAKS = 0.25;

    /** One thing that must be present: any of these indicators, or this family with enough weight. */
    private record Member(Set<String> indicators, Optional<Family> family) {

        boolean isIn(List<Finding> clear) {
            if (family.isEmpty()) {
                return clear.stream().anyMatch(finding -> indicators.contains(finding.indicator().id()));
            }
            return Score.together(clear.stream().filter(finding -> finding.indicator().family() == family.get())
                    .map(Finding::points).toList()) >= FAMILY_SPEAKS;
        }
    }

    private static final Member SIGN_IN = family(Family.SIGN_IN);
    private static final Member RULES = family(Family.RULES);
    private static final Member SENT = family(Family.SENT);
    private static final Member HIDE_KEYWORD = any("rules-hide-keyword");
    private static final Member BURST = any("sent-burst-novel");
    private static final Member OFF_HOURS = any("sent-offhours");
    private static final Member BOUNCES = any("bounce-unknown-original-ours");
    private static final Member EXTERNAL = any("fwd-external-rule", "fwd-mailbox-smtp");
    private static final Member SESSION = any("signin-session-split");

    private static final List<Combination> ALL = List.of(
            of(92, SIGN_IN, HIDE_KEYWORD, SENT),
            of(92, any("sent-bank-change"), any("sent-lookalike-thread"), RULES),
            of(90, SIGN_IN, BURST, BOUNCES),
            of(90, HIDE_KEYWORD, any("sent-replyto-mismatch", "replyto-default-changed", "fwd-lookalike",
                    "sent-lookalike-thread")),
            of(88, SIGN_IN, BURST, OFF_HOURS),
            of(86, SIGN_IN, any("fwd-no-local-copy")),
            of(86, SESSION, any("access-mfa-added")),
            of(86, SESSION, any("exfil-mia-throttled", "exfil-sync-new-client")),
            of(80, any("rules-client-exec")),
            of(75, BURST, BOUNCES),
            of(75, EXTERNAL, HIDE_KEYWORD),
            of(70, HIDE_KEYWORD, any("rules-punct-name")),
            of(70, any("fwd-shared-destination"), SIGN_IN),
            of(65, BURST, OFF_HOURS),
            of(65, SIGN_IN, RULES),
            of(65, SIGN_IN, EXTERNAL));

    private static final double HIJACKED = 90;

    /** The highest floor among the combinations that are complete; 0 where none is. */
    static double floor(Collection<Finding> findings) {
        List<Finding> clear = findings.stream().filter(finding -> finding.multiplier() >= CLEAR).toList();
        double floor = saidHijackedAndMore(clear) ? HIJACKED : 0;
        for (Combination combination : ALL) {
            if (combination.floor > floor && combination.members.stream().allMatch(member -> member.isIn(clear))) {
                floor = combination.floor;
            }
        }
        return floor;
    }

    /** The provider says the account is taken over, and something else agrees. */
    private static boolean saidHijackedAndMore(List<Finding> clear) {
        boolean said = clear.stream().anyMatch(finding -> finding.indicator().id().equals("signin-provider-risk")
                && finding.level() == Level.CRITICAL);
        return said && clear.stream().anyMatch(finding -> !finding.indicator().id().equals("signin-provider-risk")
                && finding.indicator().family() != Family.POSTURE && finding.level().isAtLeast(Level.MEDIUM));
    }

    private static Combination of(double floor, Member... members) {
        return new Combination(floor, List.of(members));
    }

    private static Member any(String... indicators) {
        return new Member(Set.of(indicators), Optional.empty());
    }

    private static Member family(Family family) {
        return new Member(Set.of(), Optional.of(family));
    }
}
