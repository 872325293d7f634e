package org.mimawari.scan;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.Gap;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.evidence.TenantHabits;
import org.mimawari.store.ValueReader;
import org.mimawari.store.ValueWriter;

/**
 * Judges mailboxes by what it was told of the tenant, without having seen the rest of it. Not safe for several
 * threads.
 */
final class BriefedJudgement implements SharedScan.Judging {

    /**
     * How much evidence of these mailboxes is judged.
     *
     * @param bytes beyond which nothing more is taken
     */
    record Limit(Set<String> mailboxes, long bytes) {}

    /**
     * All that the judgement of a mailbox depends on beside its evidence.
     *
     * @param gaps kinds of which nothing was seen, for every mailbox
     */
    record Brief(ScanSettings settings, TenantHabits habits, Instant now, Map<String, List<Gap>> gaps, Limit limit) {

        byte[] write() {
            ValueWriter out = new ValueWriter();
            out.text(settings.tenant()).texts(settings.ownDomains().list()).text(settings.zone().getId());
            out.each(settings.roles().entrySet(), role -> out.text(role.getKey().text()).word(role.getValue()));
            for (Set<String> each : List.of(settings.approvedTargets(), settings.approvedApps(), settings.helpdesk())) {
                out.each(each, out::text);
            }
            out.bytes(KnownHabits.write(habits)).time(Optional.of(now));
            List<List<Gap>> different = gaps.values().stream().distinct().toList();
            out.each(different, all -> out.each(all, gap -> out.word(gap.kind()).text(gap.reason())));
            Map<List<Gap>, Integer> numbers = new HashMap<>();
            different.forEach(all -> numbers.put(all, numbers.size()));
            out.each(gaps.entrySet(), each -> out.text(each.getKey()).number(numbers.get(each.getValue())));
            return out.each(limit.mailboxes(), out::text).number(limit.bytes()).take();
        }

        static Brief read(byte[] bytes) {
            ValueReader in = new ValueReader(bytes);
            ScanSettings usual = ScanSettings.of(in.text(), new OwnDomains(new LinkedHashSet<>(in.texts())),
                    ZoneId.of(in.text()));
            Map<MailboxAddress, MailboxKind> roles = new HashMap<>();
            in.each(() -> roles.put(new MailboxAddress(in.text()), in.word(MailboxKind.class)) == null);
            ScanSettings settings = new ScanSettings(usual.tenant(), usual.ownDomains(), usual.zone(), Map.of(), roles,
                    texts(in), texts(in), texts(in), List.of(), usual.required(), PlaceTable.NONE, usual.memory());
            TenantHabits habits = KnownHabits.read(in.bytes());
            Instant now = in.time().orElseThrow();
            List<List<Gap>> different = in.each(() -> in.each(() -> new Gap(in.word(EvidenceKind.class), in.text())));
            Map<String, List<Gap>> gaps = new HashMap<>();
            in.each(() -> gaps.put(in.text(), different.get(Math.toIntExact(in.number()))) == null);
            return new Brief(settings, habits, now, gaps, new Limit(texts(in), in.number()));
        }

        private static Set<String> texts(ValueReader in) {
            return Set.copyOf(in.each(in::text));
        }
    }

    private final Brief brief;
    private final Judgement judgement;

    BriefedJudgement(byte[] bytes) {
        brief = Brief.read(bytes);
        judgement = new Judgement(brief.settings(), brief.habits(), Map.of(), new CoveredKinds(List.of(),
                new MailSystems()),
                brief.now());
    }

    @Override
    public byte[] judge(String mailbox, Iterator<byte[]> pieces) {
        MailboxEvidence.Builder builder = Judgement.builder(RememberedCases.owner(mailbox));
        long left = brief.limit().mailboxes().contains(mailbox) ? brief.limit().bytes() : Long.MAX_VALUE;
        while (pieces.hasNext()) {
            byte[] row = pieces.next();
            ValueReader in = new ValueReader(row);
            List<Evidence> taken = in.each(in::evidence);
            left -= row.length;
            if (left >= 0) {
                taken.forEach(builder::add);
            } else if (builder.pieces().noneMatch(Footprints::proves)) {
                // Or a mailbox that a spray filled with failures would pass for one that does not exist.
                taken.stream().filter(Footprints::proves).findFirst().ifPresent(builder::add);
            }
        }
        MailboxJudgement judged = judgement.examine(builder, gaps(mailbox));
        return JudgedBytes.written(judged, builder.pieces().toList());
    }

    /** @throws IllegalStateException for a mailbox nobody spoke of: nothing must pass for clean by mistake */
    private List<Gap> gaps(String mailbox) {
        List<Gap> known = brief.gaps().getOrDefault(mailbox, List.of());
        if (known.isEmpty() && !brief.gaps().containsKey(mailbox)) {
            throw new IllegalStateException("the brief does not speak of this mailbox");
        }
        return known;
    }
}
