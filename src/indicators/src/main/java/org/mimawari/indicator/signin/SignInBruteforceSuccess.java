package org.mimawari.indicator.signin;

import java.util.List;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.TimeRange;
import org.mimawari.indicator.Citation;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.network.KnownNetworks;

/** Wrong passwords in numbers, then a right one from the same place or a new one (ATT&amp;CK T1110.001). */
public final class SignInBruteforceSuccess implements Indicator {

    private static final IndicatorProfile PROFILE =
            SignInFinding.profile("signin-bruteforce-success", Level.HIGH, 65, 0.8, "T1110.001");
    private static final int MOST = 20;

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        List<GuessedPassword.Hit> hits = GuessedPassword.hits(evidence);
        if (hits.isEmpty()) {
            return List.of();
        }
        Newcomers countries = Newcomers.byCountry(evidence);
        return hits.stream().limit(MOST).map(hit -> finding(hit, evidence, countries)).toList();
    }

    private static Finding finding(GuessedPassword.Hit hit, MailboxEvidence evidence, Newcomers countries) {
        String pattern = hit.success().ip().map(Object::toString).orElse("");
        Finding finding = Finding.of(PROFILE, evidence, TimeRange.of(hit.pieces()), pattern,
                SignInReason.of(List.of(hit.success())).andNumber("failures", hit.attempts())
                        .andTime("success", hit.success().time().orElseThrow()), Citation.of(hit.pieces()));
        // Guessing never stops on an open mail server; an owner with a new address in the midst of it is no proof.
        boolean coincidence = !hit.sameSource() && hit.goesOn() && !countries.isNew(hit.success())
                && !KnownNetworks.isHosting(hit.success().place());
        return coincidence ? finding.judged(Level.MEDIUM, 40, 0.6) : finding;
    }
}
