package org.mimawari.indicator.signin;

import java.util.ArrayList;
import java.util.List;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.SignIn;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.habit.Acquaintance;
import org.mimawari.indicator.habit.ClientFamily;
import org.mimawari.indicator.habit.Episodes;
import org.mimawari.indicator.habit.Episodes.Episode;
import org.mimawari.indicator.habit.Glance;
import org.mimawari.indicator.habit.Outside;
import org.mimawari.indicator.habit.SourceHabits;
import org.mimawari.indicator.network.AutomationAgents;

/**
 * A script or attack tool signed in where a person or an ordinary mail program is expected; with failures only,
 * somebody is trying (ATT&amp;CK T1110.003).
 */
public final class SignInAutomationUa implements Indicator {

    private static final IndicatorProfile PROFILE =
            SignInFinding.profile("signin-automation-ua", Level.MEDIUM, 45, 0.7, "T1110.003", "T1557");
    private static final int MANY = 5;

    private final AutomationAgents agents = AutomationAgents.packaged();

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        if (!Glance.of(evidence).mayHaveClient(agents::matches)) {
            return List.of();
        }
        List<SignIn> byScript = new ArrayList<>();
        for (SignIn signIn : evidence.signIns()) {
            if (isByScript(signIn) && Outside.isOutside(signIn, evidence)) {
                byScript.add(signIn);
            }
        }
        if (byScript.isEmpty()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        for (Episode<SignIn> episode : Episodes.of(unknown(byScript, evidence), SignInAutomationUa::family)) {
            findings.addAll(judge(episode, evidence));
        }
        return findings;
    }

    private boolean isByScript(SignIn signIn) {
        return signIn.client().isPresent() && agents.matches(signIn.client().get());
    }

    /** The organisation's own scripts have been running for days. */
    private static List<SignIn> unknown(List<SignIn> byScript, MailboxEvidence evidence) {
        Acquaintance known = Acquaintance.of(Outside.teachers(evidence), signIn -> signIn.client()
                .map(ClientFamily::of));
        SourceHabits habits = SourceHabits.of(evidence);
        return byScript.stream().filter(signIn -> !known.knows(family(signIn), signIn.time().orElseThrow()))
                .filter(signIn -> !habits.isHabitual(signIn)).toList();
    }

    private static List<Finding> judge(Episode<SignIn> episode, MailboxEvidence evidence) {
        List<SignIn> entered = episode.pieces().stream().filter(SignIn::succeeded).toList();
        if (!entered.isEmpty()) {
            return List.of(SignInFinding.of(PROFILE, evidence, episode.key(), entered));
        }
        int attempts = episode.pieces().stream().mapToInt(SignIn::attempts).sum();
        return attempts < MANY ? List.of() : List.of(SignInFinding.of(PROFILE, evidence, episode.key() + " failed",
                episode.pieces()).judged(Level.LOW, 20, 0.5));
    }

    private static String family(SignIn signIn) {
        return signIn.client().map(ClientFamily::of).orElse("");
    }
}
