package org.mimawari.scan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.IpAddress;
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
 * @param addresses where sign-ins came from whose password was right; {@link #MANY} of them stand for any
 * @param digested the pieces of evidence its digest is made of
 */
record StoredJudgement(long madeOf, List<MailboxAddress> aliases, MailboxKind kind, boolean exists, List<Finding> findings,
        Optional<Reach> reach, Set<String> addresses, List<Evidence> digested) {

    private static final int MANY = 256;

    StoredJudgement {
        aliases = List.copyOf(aliases);
        findings = List.copyOf(findings);
        addresses = Set.copyOf(addresses);
        digested = List.copyOf(digested);
    }

    static StoredJudgement of(long madeOf, MailboxJudgement judgement, MailboxEvidence evidence) {
        Set<String> addresses = new HashSet<>();
        for (SignIn entry : MailboxDigester.entries(evidence)) {
            if (addresses.size() < MANY) {
                entry.ip().map(IpAddress::text).ifPresent(addresses::add);
            }
        }
        return new StoredJudgement(madeOf, judgement.aliases(), judgement.kind(), judgement.digest().exists(),
                judgement.findings(), judgement.reach(), addresses, MailboxDigester.digested(evidence));
    }

    /** The judgement again; its entries are looked up when they are asked for. */
    MailboxJudgement judgement(Optional<MailboxAddress> name, Supplier<List<SignIn>> entries) {
        MailboxEvidence.Builder builder = Judgement.builder(name).kind(kind);
        digested.forEach(builder::add);
        MailboxDigest digest = MailboxDigester.digest(builder.build(), exists, wanted -> mayCome(wanted)
                ? MailboxDigest.Entries.of(entries.get()).from(wanted) : List.of(), findings);
        return new MailboxJudgement(name, aliases, kind, findings, digest, reach);
    }

    private boolean mayCome(Predicate<IpAddress> wanted) {
        return addresses.size() >= MANY || addresses.stream().map(IpAddress::new).anyMatch(wanted);
    }

    byte[] write() {
        ValueWriter out = new ValueWriter();
        out.number(madeOf).word(kind).flag(exists).each(aliases, alias -> out.text(alias.text()));
        out.each(findings, finding -> FindingForm.write(finding, out));
        out.flag(reach.isPresent());
        reach.ifPresent(each -> ReachForm.write(each, out));
        out.each(addresses, out::text).each(digested, out::evidence);
        return out.take();
    }

    /** @param profiles the indicators of today by id */
    static StoredJudgement read(byte[] bytes, Map<String, IndicatorProfile> profiles) {
        ValueReader in = new ValueReader(bytes);
        long madeOf = in.number();
        MailboxKind kind = in.word(MailboxKind.class);
        boolean exists = in.flag();
        List<MailboxAddress> aliases = in.each(() -> new MailboxAddress(in.text()));
        List<Finding> findings = in.each(() -> FindingForm.read(in, profiles));
        Optional<Reach> reach = in.flag() ? Optional.of(ReachForm.read(in)) : Optional.empty();
        Set<String> addresses = new HashSet<>(in.each(in::text));
        return new StoredJudgement(madeOf, aliases, kind, exists, findings, reach, addresses, new ArrayList<>(in.each(in::evidence)));
    }
}
