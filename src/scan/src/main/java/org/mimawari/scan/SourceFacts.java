package org.mimawari.scan;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxProfile;
import org.mimawari.evidence.SignIn;
import org.mimawari.store.ValueReader;
import org.mimawari.store.ValueWriter;

/** What rounds keep of one source, beside its evidence: counts, days, names. Bounded. Not safe for several threads. */
final class SourceFacts {

    private static final int MOST_NAMES = 500_000;
    private static final int MOST_REPEATED = 200_000;

    private final Map<EvidenceKind, Tally> tallies = new EnumMap<>(EvidenceKind.class);
    private final Set<MailboxAddress> names = new HashSet<>();
    /** Those of the names that only hear: they prove a mailbox, but not that its domain is an own one. */
    private final Set<MailboxAddress> hearing = new HashSet<>();
    private final Map<MailboxAddress, MailboxAddress> aliases = new HashMap<>();
    private final Set<MailboxAddress> mentioned = new HashSet<>();
    private final Set<MailboxAddress> unattended = new HashSet<>();
    private final Set<Long> repeated = new HashSet<>();
    private final Footprint footprint;
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

    /** Records that it left out, because they had been shown before. */
    Set<Long> repeated() {
        return repeated;
    }

    /** True where it left out more records than are known. */
    boolean repeatsMany() {
        return repeated.size() >= MOST_REPEATED;
    }

    /** @param lately mailboxes dealt with in this filing; tens of thousands of sources have no room for their own */
    void see(Evidence evidence, RecentMailboxes lately) {
        tallies.computeIfAbsent(evidence.kind(), any -> new Tally()).add(evidence);
        evidence.time().ifPresent(footprint::on);
        hasSignIns |= evidence instanceof SignIn;
        if (evidence.mailbox().isPresent() && Footprints.proves(evidence)) {
            name(evidence.mailbox().get(), TenantObserver.owns(evidence), lately);
            if (evidence instanceof MailboxProfile profile) {
                profile.aliases().forEach(alias -> TenantObserver.learn(aliases, alias, evidence.mailbox().get()));
            }
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

    private void name(MailboxAddress mailbox, boolean owns, RecentMailboxes lately) {
        if (owns && !hearing.isEmpty()) {
            hearing.remove(mailbox);
        }
        if (lately.isRemembered(mailbox) || names.size() >= MOST_NAMES) {
            return;
        }
        if (names.add(mailbox) && !owns) {
            hearing.add(mailbox);
        }
        lately.remember(mailbox);
    }

    /** True where it shows that this mailbox is one of the organisation's. */
    boolean owns(MailboxAddress mailbox) {
        return names.contains(mailbox) && !hearing.contains(mailbox);
    }

    Map<MailboxAddress, MailboxAddress> aliases() {
        return aliases;
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
        for (Set<MailboxAddress> each : List.of(names, hearing, mentioned, unattended)) {
            out.each(each, name -> out.text(name.text()));
        }
        out.each(aliases.entrySet(), each -> out.text(each.getKey().text()).text(each.getValue().text()));
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
        for (Set<MailboxAddress> each : List.of(facts.names, facts.hearing, facts.mentioned, facts.unattended)) {
            in.each(() -> each.add(new MailboxAddress(in.text())));
        }
        in.each(() -> facts.aliases.put(new MailboxAddress(in.text()), new MailboxAddress(in.text())));
        return facts;
    }
}
