package org.mimawari.scan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.Gap;
import org.mimawari.evidence.MailboxAddress;

/** Answers from the coverage table which kinds were looked at for a mailbox, and why others were not. */
final class CoveredKinds {

    private static final String NOTHING = "no source of it was given";
    private static final String OTHERS = "the sources of it cover other mailboxes";

    private final Map<EvidenceKind, List<Coverage>> byKind = new EnumMap<>(EvidenceKind.class);

    private final MailSystems systems;
    private final Map<MailboxAddress, MailboxAddress> joined = new HashMap<>();

    CoveredKinds(List<Coverage> coverage, MailSystems systems) {
        this.systems = systems;
        coverage.forEach(piece -> byKind.computeIfAbsent(piece.kind(), any -> new ArrayList<>()).add(piece));
    }

    /** What was seen under another name belongs to the mailbox. */
    void join(MailboxAddress name, MailboxAddress mailbox) {
        systems.join(name, mailbox);
        joined.put(name, mailbox);
    }

    /** Kinds of which nothing at all was seen for this mailbox, each with its reason. */
    List<Gap> gaps(Optional<MailboxAddress> mailbox) {
        List<Gap> gaps = new ArrayList<>();
        for (EvidenceKind kind : EvidenceKind.values()) {
            List<Coverage> pieces = of(kind, mailbox);
            if (pieces.stream().allMatch(piece -> piece.state() == Coverage.State.NOT_COLLECTED)) {
                gaps.add(new Gap(kind, pieces.stream().flatMap(p -> p.reason().stream()).findFirst().orElseGet(() -> nothing(kind))));
            }
        }
        return gaps;
    }

    /**
     * What is missing for a verdict of no sign: kinds that no source shows whole, and sources that could not be read. A
     * source that is partial by its nature does no harm where another one is whole.
     */
    List<Gap> incomplete(Set<EvidenceKind> required, Optional<MailboxAddress> mailbox) {
        List<Gap> gaps = new ArrayList<>();
        for (EvidenceKind kind : required.stream().sorted().toList()) {
            List<Coverage> pieces = of(kind, mailbox);
            Optional<Coverage> broken = pieces.stream().filter(Coverage::isBroken).findFirst();
            boolean whole = pieces.stream().anyMatch(piece -> piece.state() == Coverage.State.COLLECTED);
            if (broken.isPresent()) {
                gaps.add(gap(broken.get()));
            } else if (!whole) {
                gaps.add(pieces.stream().findFirst().map(CoveredKinds::gap).orElseGet(() -> new Gap(kind, nothing(kind))));
            }
        }
        return gaps;
    }

    private String nothing(EvidenceKind kind) {
        return byKind.containsKey(kind) ? OTHERS : NOTHING;
    }

    private Optional<MailboxAddress> owner(Coverage piece) {
        return piece.mailbox().map(name -> joined.getOrDefault(name, name));
    }

    private static Gap gap(Coverage piece) {
        return new Gap(piece.kind(), piece.source() + ": " + piece.reason().orElse(""));
    }

    private List<Coverage> of(EvidenceKind kind, Optional<MailboxAddress> mailbox) {
        return byKind.getOrDefault(kind, List.of()).stream().filter(piece -> owner(piece).equals(mailbox)
                || piece.mailbox().isEmpty() && mailbox.filter(name -> !systems.reaches(piece.source(), name)).isEmpty())
                .toList();
    }
}
