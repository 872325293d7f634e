package org.mimawari.scan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.store.ValueReader;
import org.mimawari.store.ValueWriter;

/**
 * What is learnt while parts of the evidence are read, beside the evidence itself: counts, coverage, what each source
 * and the tenant is known by. What was learnt of several parts can be added up in any order. Not safe for several
 * threads.
 */
final class Learnt {

    private static final int MOST_REJECTIONS = 1_000;

    /** Something that was said while a part was read, and when: all together are put in order afterwards. */
    private record Said<T>(int part, long number, String system, T what) {

        private static final Comparator<Said<?>> IN_ORDER =
                Comparator.<Said<?>>comparingInt(Said::part).thenComparingLong(Said::number);

        static <T> List<Said<T>> together(List<Said<T>> some, List<Said<T>> others, long most) {
            return new ArrayList<>(Stream.concat(some.stream(), others.stream()).sorted(IN_ORDER).limit(most).toList());
        }

        void write(ValueWriter out) {
            out.number(part).number(number).text(system);
        }

        static <T> Said<T> read(ValueReader in, Function<ValueReader, T> what) {
            return new Said<>(Math.toIntExact(in.number()), in.number(), in.text(), what.apply(in));
        }
    }

    private final Map<String, Map<String, SourceFacts>> systems = new TreeMap<>();
    private final Map<String, Long> rejected = new TreeMap<>();
    private List<Said<Rejection>> rejections = new ArrayList<>();
    private List<Said<Coverage>> coverage = new ArrayList<>();
    private final TenantObserver observer = new TenantObserver();
    private final Map<String, Long> owners = new TreeMap<>();
    private long accepted;
    private long duplicates;
    private long number;
    private String system = "";
    private String lastSource = "";
    private SourceFacts last = new SourceFacts();
    private final RecentMailboxes lately = new RecentMailboxes();

    void enter(String name) {
        system = name;
        lastSource = "";
    }

    void count(boolean isNew) {
        accepted += isNew ? 1 : 0;
        duplicates += isNew ? 0 : 1;
    }

    void see(Evidence evidence) {
        facts(evidence.ref().source()).see(evidence, lately);
        observer.observe(evidence);
    }

    /** Evidence is filed under this name; empty for that of nobody. */
    void files(String owner, long bytes) {
        owners.merge(owner, bytes, Long::sum);
    }

    /** All names under which evidence is filed, sorted, each with how many bytes of it there are. */
    Map<String, Long> owners() {
        return owners;
    }

    void pass(String source, Optional<MailboxAddress> mailbox, Instant time) {
        facts(source).pass(mailbox, time);
    }

    private SourceFacts facts(String source) {
        if (!source.equals(lastSource) || source.isEmpty()) {
            last = facts(system, source);
            lately.forgetAll();
            lastSource = source;
        }
        return last;
    }

    private SourceFacts facts(String ofSystem, String source) {
        return systems.computeIfAbsent(ofSystem, any -> new TreeMap<>()).computeIfAbsent(source,
                any -> new SourceFacts());
    }

    void reject(int part, EvidenceRef where, String why) {
        rejected.merge(where.source(), 1L, Long::sum);
        if (rejections.size() < MOST_REJECTIONS) {
            rejections.add(new Said<>(part, number++, system, new Rejection(where, why)));
        }
    }

    void cover(int part, Coverage row) {
        coverage.add(new Said<>(part, number++, system, row));
    }

    /** Takes what was learnt of other parts. */
    void add(Learnt other) {
        accepted += other.accepted;
        duplicates += other.duplicates;
        other.systems.forEach((name, sources) -> sources.forEach((source, facts) -> facts(name, source).add(facts)));
        other.rejected.forEach((source, many) -> rejected.merge(source, many, Long::sum));
        rejections = Said.together(rejections, other.rejections, MOST_REJECTIONS);
        coverage = Said.together(coverage, other.coverage, Long.MAX_VALUE);
        observer.add(other.observer);
        other.owners.forEach(this::files);
    }

    /** Paints it into the picture, as if one program had seen all of it. */
    void paint(TenantPicture picture) {
        Map<String, SourceFacts> sources = new TreeMap<>();
        systems.forEach((name, all) -> {
            picture.systems().enter(name);
            all.values().forEach(picture.systems()::restore);
            all.forEach((source, facts) -> sources.computeIfAbsent(source, any -> new SourceFacts()).add(facts));
        });
        Ledger ledger = picture.ledger();
        sources.forEach((source, facts) -> {
            picture.footprints().restore(source, facts);
            ledger.restore(source, facts);
        });
        ledger.counted(accepted, duplicates);
        for (Said<Rejection> each : rejections) {
            ledger.reject(each.what.where(), each.what.why());
            rejected.merge(each.what.where().source(), -1L, Long::sum);
        }
        rejected.forEach(ledger::rejected);
        for (Said<Coverage> each : coverage) {
            picture.systems().enter(each.system);
            ledger.cover(each.what);
            picture.systems().see(each.what);
        }
        picture.observer().add(observer);
    }

    byte[] write() {
        ValueWriter out = new ValueWriter();
        out.number(accepted).number(duplicates);
        out.each(systems.entrySet(), each -> out.text(each.getKey()).each(each.getValue().entrySet(),
                source -> out.text(source.getKey()).bytes(source.getValue().write())));
        out.each(rejected.entrySet(), each -> out.text(each.getKey()).number(each.getValue()));
        out.each(rejections, each -> {
            each.write(out);
            EvidenceRef where = each.what.where();
            out.text(where.source()).text(where.locator()).optional(where.recordId()).text(each.what.why());
        });
        out.each(coverage, each -> {
            each.write(out);
            write(each.what, out);
        });
        return out.bytes(observer.write()).each(owners.entrySet(), each -> out.text(each.getKey())
                .number(each.getValue())).take();
    }

    static Learnt read(byte[] bytes) {
        ValueReader in = new ValueReader(bytes);
        Learnt learnt = new Learnt();
        learnt.accepted = in.number();
        learnt.duplicates = in.number();
        in.each(() -> {
            String name = in.text();
            return in.each(() -> learnt.systems.computeIfAbsent(name, any -> new TreeMap<>())
                    .put(in.text(), SourceFacts.read(in.bytes())) == null);
        });
        in.each(() -> learnt.rejected.merge(in.text(), in.number(), Long::sum));
        learnt.rejections = in.each(() -> Said.read(in, each -> new Rejection(
                new EvidenceRef(each.text(), each.text(), each.optional()), each.text())));
        learnt.coverage = in.each(() -> Said.read(in, Learnt::row));
        learnt.observer.add(TenantObserver.read(in.bytes()));
        in.each(() -> learnt.owners.merge(in.text(), in.number(), Long::sum));
        return learnt;
    }

    private static void write(Coverage row, ValueWriter out) {
        out.text(row.source()).text(row.takenFor()).word(row.kind()).optional(row.mailbox().map(MailboxAddress::text));
        out.word(row.state()).optional(row.reason()).time(row.from()).time(row.to()).number(row.count());
    }

    private static Coverage row(ValueReader in) {
        return new Coverage(in.text(), in.text(), in.word(EvidenceKind.class), in.optional().map(MailboxAddress::new),
                in.word(Coverage.State.class), in.optional(), in.time(), in.time(), in.number());
    }
}
