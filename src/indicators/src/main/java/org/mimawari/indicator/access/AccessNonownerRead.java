package org.mimawari.indicator.access;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailAccess;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Multiplier;
import org.mimawari.indicator.habit.Acquaintance;
import org.mimawari.indicator.habit.Episodes;

/** Somebody other than the owner, without a history on this mailbox, opened it (ATT&amp;CK T1114.002). */
public final class AccessNonownerRead implements Indicator {

    private static final IndicatorProfile PROFILE =
            AccessFinding.profile("access-nonowner-read", EvidenceKind.MAIL_ACCESS, Level.MEDIUM, 40, 0.65,
                    "T1114.002");

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        List<MailAccess> others = evidence.mailAccesses().stream().filter(AccessNonownerRead::isByOther).toList();
        if (others.isEmpty()) {
            return List.of();
        }
        Acquaintance known = Acquaintance.of(evidence.mailAccesses(), access -> isByOther(access) ? user(access)
                : Optional.empty());
        Set<String> entitled = evidence.delegations().stream().map(d -> d.grantee().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        List<MailAccess> strange = others.stream().filter(access -> access.time().filter(when ->
                known.knows(user(access).orElse(""), when)).isEmpty()).toList();
        return Episodes.groups(strange, access -> user(access).orElse("")).stream()
                .map(group -> finding(group, evidence, known, entitled)).toList();
    }

    private static Finding finding(List<MailAccess> group, MailboxEvidence evidence, Acquaintance known,
            Set<String> entitled) {
        MailAccess first = group.get(0);
        String user = user(first).orElse("");
        Finding finding = AccessFinding.of(PROFILE, evidence, user, group, AccessFinding.reason(first)
                .andNumber("count", group.stream().mapToLong(MailAccess::items).sum()));
        Finding weighed = first.time().filter(known::hasHistory).isPresent() ? finding
                : finding.times(Multiplier.COLD_START);
        return entitled.contains(user) ? weighed.judged(Level.LOW, 20, 0.5) : weighed;
    }

    private static boolean isByOther(MailAccess access) {
        Actor.Role role = access.actor().role();
        return (role == Actor.Role.ADMIN || role == Actor.Role.DELEGATE) && user(access).isPresent();
    }

    private static Optional<String> user(MailAccess access) {
        return access.actor().user().map(user -> user.strip().toLowerCase(Locale.ROOT)).filter(user -> !user.isEmpty()
                && access.mailbox().filter(mailbox -> mailbox.text().equals(user)).isEmpty());
    }
}
