package org.mimawari.indicator.access;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.Delegation;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Multiplier;
import org.mimawari.indicator.Policy;
import org.mimawari.indicator.habit.Episodes;

/**
 * Another account was given rights over the mailbox; grave where it is foreign, gave them to itself, or came after a
 * stranger's sign-in (ATT&amp;CK T1098.002).
 */
public final class AccessDelegateAdded implements Indicator {

    private static final IndicatorProfile PROFILE =
            AccessFinding.profile("access-delegate-added", EvidenceKind.DELEGATION, Level.LOW, 25, 0.5, "T1098.002");
    private static final Duration DAY = Duration.ofDays(1);

    private final Policy policy;

    public AccessDelegateAdded(Policy policy) {
        this.policy = policy;
    }

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        List<Delegation> added = evidence.delegations().stream().filter(AccessDelegateAdded::matters).toList();
        if (added.isEmpty()) {
            return List.of();
        }
        Suspicion suspicion = new Suspicion(evidence);
        List<Finding> findings = new ArrayList<>();
        for (List<Delegation> group : Episodes.groups(added, Delegation::grantee)) {
            judged(group, evidence, suspicion).ifPresent(findings::add);
        }
        return findings;
    }

    private Optional<Finding> judged(List<Delegation> group, MailboxEvidence evidence, Suspicion suspicion) {
        Delegation first = group.get(0);
        boolean foreign = policy.ownDomains().isForeign(first.grantee()) && !policy.approvesTarget(first.grantee())
                && first.grantee().contains("@");
        boolean odd = suspicion.surrounds(first, DAY);
        boolean toItself = first.actor().user().filter(user -> user.strip().equalsIgnoreCase(first.grantee().strip()))
                .isPresent() && first.actor().role() != Actor.Role.SYSTEM;
        Finding finding = AccessFinding.of(PROFILE, evidence, first.grantee(), group, AccessFinding.reason(first)
                .andText("grantee", AccessFinding.cut(first.grantee())).andTexts("rights", first.rights())
                .andText("folder", AccessFinding.cut(first.folder().orElse("*"))));
        if (first.change() == Change.PRESENT) {
            return foreign ? Optional.of(finding.judged(Level.MEDIUM, 45, 0.7).times(Multiplier.UNDATED_STATE))
                    : Optional.empty();
        }
        return Optional.of(foreign || odd ? finding.judged(Level.HIGH, 55, 0.75)
                : toItself ? finding.judged(Level.MEDIUM, 40, 0.65) : AccessFinding.weighed(finding, first, evidence));
    }

    private static boolean matters(Delegation delegation) {
        boolean calendar = delegation.folder().map(folder -> folder.toLowerCase(Locale.ROOT))
                .filter(Folders::isCalendar).isPresent();
        return !delegation.change().ends() && !calendar && !delegation.actor().isSystem()
                && !Folders.isEverybody(delegation.grantee()) && !isInternal(delegation.grantee());
    }

    private static boolean isInternal(String grantee) {
        String upper = grantee.strip().toUpperCase(Locale.ROOT);
        return upper.startsWith("NT AUTHORITY") || upper.startsWith("S-1-5-") && upper.length() < 12;
    }
}
