package org.mimawari.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.Gap;
import org.mimawari.evidence.MailboxAddress;

/** Answers from the coverage table which kinds were looked at for a mailbox, and why others were not. */
final class CoveredKinds {

    private static final String NOTHING = "no source of it was given";
    private static final String OTHERS = "the sources of it cover other mailboxes";

    /** A row of the coverage table, with its number in it. */
    private record Row(int number, Coverage piece) {}

    /** The rows of one kind: tables have several for each mailbox, and every mailbox is asked about. */
    private static final class Rows {
        private final List<Row> ofAll = new ArrayList<>();
        private final Map<MailboxAddress, List<Row>> ofOne = new HashMap<>();

        private void add(Row row) {
            row.piece.mailbox().map(name -> ofOne.computeIfAbsent(name, any -> new ArrayList<>())).orElse(ofAll)
                    .add(row);
        }
    }

    /** What mailboxes of these systems lack for a verdict, or, without required kinds, what was not seen of them at all. */
    private record Question(Set<String> systems, Optional<Set<EvidenceKind>> required) {}

    private final Map<Question, List<Gap>> answers = new HashMap<>();
    /** Mailboxes of which a row of the table speaks by name. */
    private final Set<MailboxAddress> named = new HashSet<>();
    private final Map<EvidenceKind, Rows> byKind = new EnumMap<>(EvidenceKind.class);

    private final MailSystems systems;
    private final Map<MailboxAddress, MailboxAddress> joined = new HashMap<>();
    private final Map<MailboxAddress, Set<MailboxAddress>> names = new HashMap<>();

    CoveredKinds(List<Coverage> coverage, MailSystems systems) {
        this.systems = systems;
        for (int number = 0; number < coverage.size(); number++) {
            Coverage piece = coverage.get(number);
            piece.mailbox().ifPresent(named::add);
            byKind.computeIfAbsent(piece.kind(), any -> new Rows()).add(new Row(number, piece));
        }
    }

    /** What was seen under another name belongs to the mailbox. */
    void join(MailboxAddress name, MailboxAddress mailbox) {
        systems.join(name, mailbox);
        names.getOrDefault(joined.getOrDefault(name, name), new HashSet<>()).remove(name);
        joined.put(name, mailbox);
        names.computeIfAbsent(mailbox, any -> new HashSet<>()).add(name);
    }

    /** Kinds of which nothing at all was seen for this mailbox, each with its reason. */
    List<Gap> gaps(Optional<MailboxAddress> mailbox) {
        return ofSystems(mailbox, Optional.empty(), () -> gapsOf(mailbox));
    }

    /**
     * What sources say of everybody is worked out once for all mailboxes of the same systems, of which there may be tens
     * of thousands.
     */
    private List<Gap> ofSystems(Optional<MailboxAddress> mailbox, Optional<Set<EvidenceKind>> required,
            Supplier<List<Gap>> gaps) {
        boolean isLikeOthers = mailbox.isPresent() && !named.contains(mailbox.get())
                && names.getOrDefault(mailbox.get(), Set.of()).stream().noneMatch(named::contains);
        if (!isLikeOthers) {
            return gaps.get();
        }
        Question question = new Question(Set.copyOf(systems.of(mailbox.get())), required);
        List<Gap> known = answers.get(question);
        if (known == null) {
            known = List.copyOf(gaps.get());
            answers.put(question, known);
        }
        return known;
    }

    private List<Gap> gapsOf(Optional<MailboxAddress> mailbox) {
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
        return ofSystems(mailbox, Optional.of(required), () -> incompleteOf(required, mailbox));
    }

    private List<Gap> incompleteOf(Set<EvidenceKind> required, Optional<MailboxAddress> mailbox) {
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

    private static Gap gap(Coverage piece) {
        return new Gap(piece.kind(), piece.source() + ": " + piece.reason().orElse(""));
    }

    /** In the order of the table. */
    private List<Coverage> of(EvidenceKind kind, Optional<MailboxAddress> mailbox) {
        Rows rows = byKind.getOrDefault(kind, new Rows());
        List<Row> found = new ArrayList<>();
        rows.ofAll.stream().filter(row -> mailbox.filter(name -> !systems.reaches(row.piece.source(), name)).isEmpty())
                .forEach(found::add);
        mailbox.ifPresent(own -> {
            if (joined.getOrDefault(own, own).equals(own)) {
                found.addAll(rows.ofOne.getOrDefault(own, List.of()));
            }
            names.getOrDefault(own, Set.of()).stream().filter(name -> !name.equals(own))
                    .forEach(name -> found.addAll(rows.ofOne.getOrDefault(name, List.of())));
        });
        return found.stream().sorted(Comparator.comparingInt(Row::number)).map(Row::piece).toList();
    }
}
