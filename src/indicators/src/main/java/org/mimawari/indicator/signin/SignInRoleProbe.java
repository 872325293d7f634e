package org.mimawari.indicator.signin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.TimeRange;
import org.mimawari.indicator.Citation;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.MailboxDigest;
import org.mimawari.indicator.TenantIndicator;
import org.mimawari.indicator.words.FactList;

/** One source tries names that every domain has, such as {@code info} and {@code scanner} (ATT&amp;CK T1110.003). */
public final class SignInRoleProbe implements TenantIndicator {

    private static final IndicatorProfile PROFILE =
            SignInFinding.profile("signin-role-probe", Level.LOW, 15, 0.6, "T1110.003");
    private static final Set<String> NAMES = FactList.load("role-names").keys();
    private static final int ACCOUNTS = 3;
    private static final int MOST = 50;
    private static final Duration WITHIN = Duration.ofHours(24);

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(List<MailboxDigest> mailboxes) {
        List<Finding> findings = new ArrayList<>();
        List<Attempt> probes = Attempt.failures(mailboxes).stream().filter(SignInRoleProbe::isRole).toList();
        for (Map.Entry<String, List<Attempt>> source : Spray.byNeighbourhood(probes).entrySet()) {
            List<Attempt> first = firstDense(source.getValue());
            if (!first.isEmpty() && findings.size() < MOST && !first.get(0).ip().isLocal()) {
                findings.add(finding(source.getKey(), first));
            }
        }
        return findings;
    }

    /** The probes of the day that begins the first time enough accounts are tried within a day. */
    private static List<Attempt> firstDense(List<Attempt> probes) {
        int start = 0;
        while (start < probes.size()) {
            int end = start;
            while (end < probes.size() && !probes.get(end).when().isAfter(probes.get(start).when().plus(WITHIN))) {
                end++;
            }
            List<Attempt> day = probes.subList(start, end);
            if (day.stream().map(Attempt::mailbox).distinct().count() >= ACCOUNTS) {
                return day;
            }
            start = end;
        }
        return List.of();
    }

    private static boolean isRole(Attempt attempt) {
        MailboxKind kind = attempt.digest().kind();
        return kind == MailboxKind.ROLE || kind == MailboxKind.ROBOT
                || attempt.digest().mailbox().filter(mailbox -> NAMES.contains(mailbox.localPart())).isPresent();
    }

    private static Finding finding(String source, List<Attempt> probes) {
        List<SignIn> pieces = probes.stream().map(Attempt::signIn).toList();
        List<String> accounts = probes.stream().map(Attempt::mailbox).distinct().sorted().toList();
        return Finding.of(PROFILE, Optional.empty(), TimeRange.of(pieces), source, SignInReason.of(pieces)
                .andNumber("mailboxes", accounts.size()).andTexts("accounts", accounts), Citation.of(pieces));
    }
}
