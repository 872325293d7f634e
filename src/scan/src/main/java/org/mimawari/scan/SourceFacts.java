package org.mimawari.scan;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.SignIn;
import org.mimawari.store.ValueReader;
import org.mimawari.store.ValueWriter;

/** What rounds keep of one source, beside its evidence: counts, days, names. Bounded. Not safe for several threads. */
final class SourceFacts {

    private static final int MOST_NAMES = 500_000;
    private static final int MOST_REPEATED = 200_000;

    private final Map<EvidenceKind, Tally> tallies = new EnumMap<>(EvidenceKind.class);
    private final Set<MailboxAddress> names = new HashSet<>();
    private final Set<MailboxAddress> mentioned = new HashSet<>();
    private final Set<MailboxAddress> unattended = new HashSet<>();
    private final Set<Long> repeated = new HashSet<>();
    private final Footprint footprint;
    private final RecentMailboxes lately = new RecentMailboxes();
    private long accepted;
    private long duplicates;
    private boolean hasSignIns;

    SourceFacts() {
        this(new Footprint());
    }

    private SourceFacts(Footprint footprint) {
        this.footprint = footprint;
    }

    /** @param isNew false where the same record was seen before, in this source or another */
    void record(long fingerprint, boolean isNew) {
        accepted += isNew ? 1 : 0;
        duplicates += isNew ? 0 : 1;
        if (!isNew && repeated.size() < MOST_REPEATED) {
            repeated.add(fingerprint);
        }
    }

    /** True where it may have left out one of these records, because another source had shown it before. */
    boolean mayRepeat(Set<Long> fingerprints) {
        return repeated.size() >= MOST_REPEATED || repeated.stream().anyMatch(fingerprints::contains);
    }

    void see(Evidence evidence) {
        tallies.computeIfAbsent(evidence.kind(), any -> new Tally()).add(evidence);
        evidence.time().ifPresent(footprint::on);
        hasSignIns |= evidence instanceof SignIn;
        if (evidence.mailbox().isPresent() && Footprints.proves(evidence)) {
            name(evidence.mailbox().get());
            if (Footprints.isUnattended(evidence) && unattended.size() < MOST_NAMES) {
                unattended.add(evidence.mailbox().get());
            }
        }
    }

    void pass(Optional<MailboxAddress> mailbox, Instant time) {
        footprint.on(time);
        if (mentioned.size() < MOST_NAMES) {
            mailbox.ifPresent(mentioned::add);
        }
    }

    private void name(MailboxAddress mailbox) {
        if (!lately.isRemembered(mailbox) && names.size() < MOST_NAMES) {
            names.add(mailbox);
            lately.remember(mailbox);
        }
    }

    /** Takes what was learnt of another part of the same source. */
    void add(SourceFacts other) {
        accepted += other.accepted;
        duplicates += other.duplicates;
        hasSignIns |= other.hasSignIns;
        other.tallies.forEach((kind, tally) -> tallies.computeIfAbsent(kind, any -> new Tally()).add(tally));
        footprint.add(other.footprint);
        add(other.names, names);
        add(other.mentioned, mentioned);
        add(other.unattended, unattended);
    }

    private static void add(Set<MailboxAddress> more, Set<MailboxAddress> known) {
        more.stream().filter(any -> known.size() < MOST_NAMES).forEach(known::add);
    }

    long accepted() {
        return accepted;
    }

    long duplicates() {
        return duplicates;
    }

    Map<EvidenceKind, Tally> tallies() {
        return tallies;
    }

    Footprint footprint() {
        return footprint;
    }

    /** Mailboxes for which it has records that gave no evidence. */
    Set<MailboxAddress> mentioned() {
        return mentioned;
    }

    /** The mailboxes it proves to exist. */
    Set<MailboxAddress> names() {
        return names;
    }

    Set<MailboxAddress> unattended() {
        return unattended;
    }

    /** True where what is usual in the organisation was learnt of it too. */
    boolean hasSignIns() {
        return hasSignIns;
    }

    byte[] write() {
        ValueWriter out = new ValueWriter();
        out.number(accepted).number(duplicates).flag(hasSignIns);
        out.each(tallies.entrySet(), each -> {
            out.word(each.getKey());
            each.getValue().write(out);
        });
        footprint.write(out);
        out.each(repeated, out::number);
        for (Set<MailboxAddress> each : List.of(names, mentioned, unattended)) {
            out.each(each, name -> out.text(name.text()));
        }
        return out.take();
    }

    static SourceFacts read(byte[] bytes) {
        ValueReader in = new ValueReader(bytes);
        long accepted = in.number();
        long duplicates = in.number();
        boolean hasSignIns = in.flag();
        Map<EvidenceKind, Tally> tallies = new EnumMap<>(EvidenceKind.class);
        in.each(() -> tallies.put(in.word(EvidenceKind.class), Tally.read(in)));
        SourceFacts facts = new SourceFacts(Footprint.read(in));
        facts.accepted = accepted;
        facts.duplicates = duplicates;
        facts.hasSignIns = hasSignIns;
        facts.tallies.putAll(tallies);
        in.each(() -> facts.repeated.add(in.number()));
        for (Set<MailboxAddress> each : List.of(facts.names, facts.mentioned, facts.unattended)) {
            in.each(() -> each.add(new MailboxAddress(in.text())));
        }
        return facts;
    }
}
