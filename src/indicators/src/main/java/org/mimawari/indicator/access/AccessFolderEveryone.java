package org.mimawari.indicator.access;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.Delegation;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Multiplier;
import org.mimawari.indicator.habit.Episodes;

/** A mail folder was opened to everybody in the organisation or on the internet (ATT&amp;CK T1098.002). */
public final class AccessFolderEveryone implements Indicator {

    private static final IndicatorProfile PROFILE =
            AccessFinding.profile("access-folder-everyone", EvidenceKind.DELEGATION, Level.HIGH, 60, 0.8, "T1098.002");
    private static final Set<String> READING = Set.of("readany", "readitems", "reviewer", "author", "editor", "owner",
            "fullaccess");

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        List<Delegation> open = evidence.delegations().stream().filter(AccessFolderEveryone::opensMail).toList();
        return Episodes.groups(open, AccessFolderEveryone::pattern).stream()
                .map(group -> finding(group, evidence)).toList();
    }

    private static Finding finding(List<Delegation> group, MailboxEvidence evidence) {
        Delegation first = group.get(0);
        Finding finding = AccessFinding.of(PROFILE, evidence, pattern(first), group, AccessFinding.reason(first)
                .andText("grantee", first.grantee()).andTexts("rights", first.rights())
                .andText("folder", AccessFinding.cut(first.folder().orElse("*"))));
        return first.change() == Change.PRESENT ? finding.times(Multiplier.UNDATED_STATE) : finding;
    }

    private static boolean opensMail(Delegation delegation) {
        boolean reads = delegation.rights().stream().map(right -> right.toLowerCase(Locale.ROOT))
                .anyMatch(right -> READING.stream().anyMatch(right::contains));
        return reads && !delegation.change().ends() && Folders.isEverybody(delegation.grantee())
                && delegation.folder().filter(Folders::isCalendar).isEmpty();
    }

    private static String pattern(Delegation delegation) {
        return delegation.grantee() + " " + delegation.folder().orElse("*");
    }
}
