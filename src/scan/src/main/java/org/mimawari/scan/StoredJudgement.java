package org.mimawari.scan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.evidence.SignIn;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.MailboxDigest;
import org.mimawari.indicator.MailboxDigester;
import org.mimawari.store.ValueReader;
import org.mimawari.store.ValueWriter;

/**
 * A judgement as rounds keep it, with a number for all it was made of: as long as that is the same, so is the judgement.
 *
 * @param madeOf a fingerprint of everything the judgement depends on
 * @param judged the day since 1970 on which all its evidence was last looked at
 * @param routine what the mailbox does day after day
 * @param entrances from where it was entered with the right password
 * @param digested the pieces of evidence its digest is made of
 */
record StoredJudgement(long madeOf, long judged, byte[] routine, List<MailboxAddress> aliases, MailboxKind kind,
        boolean exists, List<Finding> findings,
        Optional<Reach> reach, Entrances entrances, List<Evidence> digested) {

    /** Longer than the gap at which incidents are told apart, and than any span within which an indicator joins acts. */
    private static final Duration SETTLED = Duration.ofDays(8);
    /** Findings that whatever comes later may become a part of, however late. */
    private static final Set<String> GROWING = Set.of("sent-lookalike-thread", "tamper-log-gap");

    StoredJudgement {
        aliases = List.copyOf(aliases);
        findings = List.copyOf(findings);
        digested = List.copyOf(digested);
    }

    static StoredJudgement of(long madeOf, long today, byte[] routine, MailboxJudgement judgement,
            List<Evidence> evidence) {
        return new StoredJudgement(madeOf, today, routine, judgement.aliases(), judgement.kind(), judgement.digest().exists(),
                judgement.findings(), judgement.reach(), Entrances.of(evidence), judgement.digested());
    }

    /** True where whatever was found was over so long before these pieces that it cannot go on in them. */
    boolean isSettled(List<Evidence> more) {
        Instant first = more.stream().flatMap(piece -> piece.time().stream()).min(Comparator.naturalOrder()).orElse(Instant.MIN);
        return findings.stream().allMatch(finding -> isOver(finding, first));
    }

    /** A finding without a time, of things that have one, counts all of them, such as sign-ins to a role. */
    private static boolean isOver(Finding finding, Instant moment) {
        if (finding.when().to().isEmpty()) {
            return finding.citation().sample().stream().allMatch(cited -> cited.time().isEmpty());
        }
        return !GROWING.contains(finding.indicator().id())
                && TimeRanges.later(finding.when().to().get(), SETTLED).isBefore(moment);
    }

    /** The same judgement of a mailbox that went on as usual. */
    StoredJudgement goingOn(long nowMadeOf, Routine usual, Optional<MailboxAddress> name, List<Evidence> more) {
        MailboxEvidence.Builder builder = Judgement.builder(name).kind(kind);
        more.forEach(builder::add);
        digested.forEach(builder::add);
        return new StoredJudgement(nowMadeOf, judged, usual.write(), aliases, kind, exists, findings, reach,
                entrances.and(more), MailboxDigester.digested(builder.build()));
    }

    /** The judgement again; its entries are looked up when they are asked for. */
    MailboxJudgement judgement(Optional<MailboxAddress> name, Supplier<List<SignIn>> entries) {
        MailboxEvidence.Builder builder = Judgement.builder(name).kind(kind);
        digested.forEach(builder::add);
        MailboxDigest digest = MailboxDigester.digest(builder.build(), exists, new PackedEntries(entrances, entries), findings);
        return new MailboxJudgement(name, aliases, kind, findings, digest, digested, reach);
    }

    byte[] write() {
        ValueWriter out = new ValueWriter();
        out.number(madeOf).number(judged).bytes(routine).word(kind).flag(exists).each(aliases, alias -> out.text(alias.text()));
        out.each(findings, finding -> FindingForm.write(finding, out));
        out.flag(reach.isPresent());
        reach.ifPresent(each -> ReachForm.write(each, out));
        entrances.write(out);
        out.each(digested, out::evidence);
        return out.take();
    }

    /**
     * The judgement in these bytes; empty where they hold none, so that it must be made again.
     *
     * @param profiles the indicators of today by id
     */
    static Optional<StoredJudgement> find(byte[] bytes, Map<String, IndicatorProfile> profiles) {
        try {
            return Optional.of(read(bytes, profiles));
        } catch (IndexOutOfBoundsException | IllegalArgumentException | NegativeArraySizeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    static StoredJudgement read(byte[] bytes, Map<String, IndicatorProfile> profiles) {
        ValueReader in = new ValueReader(bytes);
        long madeOf = in.number();
        long judged = in.number();
        byte[] routine = in.bytes();
        if (routine.length != Routine.SIZE) {
            throw new IllegalArgumentException("a routine takes " + Routine.SIZE + " bytes, not " + routine.length);
        }
        MailboxKind kind = in.word(MailboxKind.class);
        boolean exists = in.flag();
        List<MailboxAddress> aliases = in.each(() -> new MailboxAddress(in.text()));
        List<Finding> findings = in.each(() -> FindingForm.read(in, profiles));
        Optional<Reach> reach = in.flag() ? Optional.of(ReachForm.read(in)) : Optional.empty();
        Entrances entrances = Entrances.read(in);
        return new StoredJudgement(madeOf, judged, routine, aliases, kind, exists, findings, reach, entrances,
                new ArrayList<>(in.each(in::evidence)));
    }
}
