package org.mimawari.report.summary;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.Gap;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.report.wording.Phrasing;
import org.mimawari.report.wording.VisibleText;
import org.mimawari.scan.MailboxResult;
import org.mimawari.scan.ScanResult;

/**
 * A kind of evidence that is missing, and why: the gaps of many mailboxes, once each.
 *
 * @param only the mailboxes that lack it; empty where all do
 */
public record MissingEvidence(EvidenceKind kind, List<String> reasons, List<MailboxAddress> only) {

    private static final int LONGEST_ADDRESS = 80;

    public MissingEvidence {
        reasons = List.copyOf(reasons);
        only = List.copyOf(only);
    }

    /** In the order of the kinds. */
    public static List<MissingEvidence> of(ScanResult result) {
        Map<EvidenceKind, Set<String>> reasons = new EnumMap<>(EvidenceKind.class);
        for (Gap gap : result.missing()) {
            reasons.computeIfAbsent(gap.kind(), any -> new TreeSet<>()).add(gap.reason());
        }
        Map<EvidenceKind, List<MailboxAddress>> lacking = new EnumMap<>(EvidenceKind.class);
        for (MailboxResult mailbox : result.mailboxes()) {
            for (EvidenceKind kind : mailbox.missing().stream().map(Gap::kind).collect(Collectors.toSet())) {
                lacking.computeIfAbsent(kind, any -> new ArrayList<>()).add(mailbox.address());
            }
        }
        List<MissingEvidence> missing = new ArrayList<>();
        reasons.forEach((kind, why) -> missing.add(new MissingEvidence(kind, List.copyOf(why),
                only(lacking.getOrDefault(kind, List.of()), result))));
        return missing;
    }

    private static List<MailboxAddress> only(List<MailboxAddress> lacking, ScanResult result) {
        return lacking.size() == result.mailboxes().size() ? List.of() : lacking.stream().sorted().toList();
    }

    /** The reasons in the reader's language, and for whom they hold where it is not for all. */
    public String written(Phrasing phrasing) {
        String why = phrasing.list(reasons.stream().map(phrasing.wording()::reason).toList());
        if (only.isEmpty()) {
            return why;
        }
        return phrasing.wording().phrase("gap.only", why, phrasing.list(only.stream()
                .map(address -> VisibleText.of(address.text(), LONGEST_ADDRESS)).toList()));
    }
}
