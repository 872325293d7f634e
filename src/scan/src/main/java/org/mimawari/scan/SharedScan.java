package org.mimawari.scan;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.Gap;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.catalogue.Indicators;

/**
 * One round over a tenant that many programs share: each reads parts of the evidence or judges mailboxes, and one
 * brings it all together. The result is that of a {@link Scan} by one program, whatever part was read or judged where.
 * Programs give each other bytes only, which are good between programs of the same version. Not safe for several
 * threads.
 */
public final class SharedScan {

    private static final int PLANNED = -1;
    private static final int CONCLUDED = Integer.MAX_VALUE;

    private final ScanSettings settings;
    private final Clock clock;
    private final Progress progress;
    private final String version;
    private final Instant start;
    private final TenantPicture picture = new TenantPicture(new Ledger(new SeenRecords(1)));
    private final Learnt remarks = new Learnt();

    /** Takes what is read of one part. */
    public interface Reading extends EvidenceSink {

        /** Passes on what was held back, and gives what was learnt of the part. */
        byte[] end();
    }

    /** Is given what has to be brought together with other parts. */
    public interface Taker {

        /** Records of this part, each once, by their fingerprints and their numbers in the part, which ascend. */
        void fingerprints(long[] fingerprints, long[] records);

        /** What was set, filed under one name, or under none. Rows are numbered in the order of the part. */
        void settings(String owner, long row, byte[] pieces);

        /** What happened, of which a mailbox may have very much. */
        void activity(String owner, long row, byte[] pieces);
    }

    /** Judges mailboxes. */
    public interface Judging {

        /**
         * Judges the mailbox that all these rows are about: settings first, each in the order of the parts and
         * their rows.
         */
        byte[] judge(String mailbox, Iterator<byte[]> pieces);
    }

    /**
     * What those who judge have to know.
     *
     * @param mailboxes the mailbox a name stands for, for every name that is not the mailbox's own
     */
    public record Brief(byte[] bytes, Map<String, String> mailboxes) {}

    public SharedScan(ScanSettings settings, Clock clock, Progress progress, String version) {
        this.settings = settings;
        this.clock = clock;
        this.progress = progress;
        this.version = version;
        this.start = clock.instant();
    }

    /**
     * Begins to read a part.
     *
     * @param part its number: what it says is put in the order of these
     * @param repeated records of it, by number, that a part before has too, or it itself
     */
    public static Reading reading(int part, PlaceTable places, LongPredicate repeated, Taker taker) {
        return new PartSink(part, places, repeated, taker);
    }

    /** What was learnt of two parts, or of what was so brought together; the order does not matter. */
    public static byte[] together(byte[] some, byte[] others) {
        Learnt learnt = Learnt.read(some);
        learnt.add(Learnt.read(others));
        return learnt.write();
    }

    public static Judging judging(byte[] brief) {
        return new BriefedJudgement(brief);
    }

    /** Takes what one who plans sees of the sources without reading them. */
    public EvidenceSink planning() {
        return new RemarkSink(PLANNED, remarks);
    }

    /** Takes what is said of the coverage when all parts have been read. */
    public EvidenceSink concluding() {
        return new RemarkSink(CONCLUDED, remarks);
    }

    /**
     * Has all mailboxes judged and sums up.
     *
     * @param learnt what was learnt of all parts
     * @param most bytes of evidence of one mailbox that whoever judges can hold: where there is more, the mailbox is
     * judged     by so much of it, and the rest is reported as not read
     * @param judges judges the mailboxes; gives what {@link Judging#judge} gave, in any order
     */
    public ScanResult judge(byte[] learnt, long most, Function<Brief, Iterator<byte[]>> judges) {
        remarks.add(Learnt.read(learnt));
        Set<String> huge = huge(most);
        remarks.paint(picture);
        return new Scan(settings, clock, progress, version).judge(picture, judgement -> {
            Map<Optional<MailboxAddress>, List<Optional<MailboxAddress>>> groups = groups(judgement,
                    remarks.owners().keySet());
            List<JudgedBytes> judged = new ArrayList<>();
            judges.apply(brief(judgement, groups, new BriefedJudgement.Limit(huge,
                    most))).forEachRemaining(bytes -> judged.add(JudgedBytes.read(bytes)));
            judged.sort(Comparator.comparing(JudgedBytes::name));
            Map<String, IndicatorProfile> profiles = profiles();
            for (JudgedBytes each : judged) {
                judgement.take(each.judgement(profiles));
                progress.judged(judgement.judged());
            }
        }, start);
    }

    /** Names under which there is more evidence than can be held; none of these mailboxes is called clean. */
    private Set<String> huge(long most) {
        Set<String> huge = remarks.owners().entrySet().stream().filter(each -> each.getValue() > most)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        EvidenceSink sink = concluding();
        for (String name : huge) {
            for (EvidenceKind kind : ScanSettings.REQUIRED) {
                String why = String.format(Locale.ROOT,
                        "there are %,d bytes of evidence of this mailbox, of which %,d were "
                        + "judged: more does not fit into the memory of one executor", remarks.owners().get(name),
                                most);
                Coverage whole = new Coverage("cluster", "evidence of one mailbox", kind, RememberedCases.owner(name),
                        Coverage.State.COLLECTED, Optional.empty(), Optional.empty(), Optional.empty(), 0);
                sink.cover(Coverage.broken(whole, Coverage.State.PARTIAL, why));
            }
        }
        return huge;
    }

    /** As a scan by one program does it, partition by partition of its vault. */
    private static Map<Optional<MailboxAddress>, List<Optional<MailboxAddress>>> groups(Judgement judgement,
            Collection<String> owners) {
        Map<Integer, List<String>> partitions = owners.stream().sorted()
                .collect(Collectors.groupingBy(RememberedCases::partition));
        Map<Optional<MailboxAddress>, List<Optional<MailboxAddress>>> groups = new HashMap<>();
        for (int partition : partitions.keySet().stream().sorted().toList()) {
            groups.putAll(judgement.groups(RememberedCases.names(judgement.aliases(), partitions, partition)));
        }
        return groups;
    }

    private Brief brief(Judgement judgement, Map<Optional<MailboxAddress>, List<Optional<MailboxAddress>>> groups,
            BriefedJudgement.Limit limit) {
        Map<String, String> mailboxes = new HashMap<>();
        Map<String, List<Gap>> gaps = new HashMap<>();
        Set<String> limited = new HashSet<>();
        groups.forEach((mailbox, names) -> {
            String own = RememberedCases.text(mailbox);
            if (names.stream().map(RememberedCases::text).anyMatch(limit.mailboxes()::contains)) {
                limited.add(own);
            }
            names.stream().map(RememberedCases::text).filter(name -> !name.equals(own))
                    .forEach(name -> mailboxes.put(name, own));
            gaps.put(own, judgement.gaps(mailbox));
        });
        return new Brief(new BriefedJudgement.Brief(judgement.settings(), judgement.habits(), clock.instant(), gaps,
                new BriefedJudgement.Limit(limited, limit.bytes())).write(),
                mailboxes);
    }

    private Map<String, IndicatorProfile> profiles() {
        return Indicators.all(settings.policy()).stream().map(Indicator::profile)
                .collect(Collectors.toMap(IndicatorProfile::id, Function.identity()));
    }
}
