package org.mimawari.scan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mimawari.connector.Fingerprint;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.Gap;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.SignIn;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.MailboxDigester;
import org.mimawari.indicator.catalogue.Indicators;
import org.mimawari.indicator.words.TextMemory;
import org.mimawari.store.EvidenceVault;
import org.mimawari.store.state.Casebook;
import org.mimawari.store.state.Casebook.SourceName;
import org.mimawari.store.state.EvidenceArchive;
import org.mimawari.store.state.KnownSource;
import org.mimawari.store.state.StateException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All that rounds over a tenant remember, brought up to date by what the last one read: mailboxes of which nothing changed
 * are judged as they were, the others anew. The result is what judging everything anew would give. Not safe for several
 * threads.
 */
public final class RememberedCases {

    /** The version of what is kept; it must rise whenever the shape of any of it changes. */
    public static final int FORM = 3;

    private static final Logger LOG = LoggerFactory.getLogger(RememberedCases.class);
    /** After so many days all evidence of a mailbox is looked at again, however usual the new one is. */
    private static final int LONGEST_STANDING = 30;

    private final Casebook book;
    private final EvidenceArchive archive;
    private final ScanSettings settings;
    private final CaseFiling filing;
    private final Consumer<Evidence> watcher;
    private final KnownHabits habits;
    private final Map<String, Long> versionsBefore;
    private final Map<String, IndicatorProfile> profiles;
    private int anew;
    private int goneOn;
    private final TextMemory<String> families = Traits.families();
    private final long today;

    private RememberedCases(Casebook book, EvidenceArchive archive, ScanSettings settings, CaseFiling filing,
            Consumer<Evidence> watcher) {
        this.today = Math.floorDiv(filing.stamp(), Duration.ofDays(1).toMillis());
        this.book = book;
        this.archive = archive;
        this.settings = settings;
        this.filing = filing;
        this.watcher = watcher;
        this.habits = new KnownHabits(book);
        this.versionsBefore = filing.versionsBefore();
        this.profiles = profiles();
    }

    /**
     * How the files are kept.
     *
     * @param oldest what happened before this moment is left out
     * @param stamp the round; greater than that of any round before
     * @param anew whether to file everything again, as after a change of the settings
     */
    public record Filing(Instant oldest, long stamp, boolean anew) {}

    /** Is shown pieces of evidence. */
    public interface Watcher {

        /** A piece that is filed now, or belongs to a mailbox that is judged anew. */
        void seen(Evidence piece);

        /** A piece whose source shows it no longer; another may. */
        void lost(Evidence piece);

        /** From here on everything is shown as {@link #seen}, whatever was said before. */
        void all();
    }

    /**
     * Files what the archive has taken in since it was opened.
     *
     * @param settings with the places of addresses; the own domains may be empty
     */
    public static RememberedCases filed(Casebook book, EvidenceArchive archive, ScanSettings settings, Filing how,
            Watcher watcher) throws StateException {
        if (!how.anew()) {
            CaseFiling filing = filing(book, archive, settings, how, watcher);
            if (filing.follow(archive.changes(), watcher::lost)) {
                return new RememberedCases(book, archive, settings, filing, watcher::seen);
            }
        }
        watcher.all();
        CaseFiling filing = filing(book, archive, settings, how, watcher);
        filing.all();
        return new RememberedCases(book, archive, settings, filing, watcher::seen);
    }

    private static CaseFiling filing(Casebook book, EvidenceArchive archive, ScanSettings settings, Filing how, Watcher watcher) {
        return new CaseFiling(book, archive, settings, how.oldest(), how.stamp(), watcher::seen);
    }

    /** What is known of the tenant as a whole. */
    TenantPicture picture() throws StateException {
        Ledger ledger = new Ledger(new SeenRecords(Scan.fingerprints()));
        TenantPicture picture = new TenantPicture(ledger, filing.observer(), new MailSystems(), new Footprints());
        Map<String, List<Coverage>> coverage = archive.coverage().stream().collect(Collectors.groupingBy(Coverage::source));
        for (KnownSource source : archive.sources()) {
            picture.systems().enter(source.system());
            SourceFacts facts = filing.facts().getOrDefault(new SourceName(source.connector(), source.name()),
                    new SourceFacts());
            picture.systems().restore(facts);
            picture.footprints().restore(source.name(), facts);
            ledger.restore(source.name(), facts);
            for (Coverage row : coverage.getOrDefault(source.name(), List.of())) {
                ledger.cover(row);
                picture.systems().see(row);
            }
        }
        archive.rejections(ledger::reject);
        if (filing.records() >= Scan.fingerprints()) {
            ledger.overflowed();
        }
        return picture;
    }

    /** Judges every mailbox, or takes up what was judged of it before. */
    void judge(Judgement judgement, Progress progress) {
        try {
            habits.compare(judgement.habits());
            Map<Integer, List<String>> partitions = filing.versions().keySet().stream()
                    .collect(Collectors.groupingBy(RememberedCases::partition));
            Set<String> judged = new HashSet<>();
            for (int partition : partitions.keySet().stream().sorted().toList()) {
                for (var group : judgement.groups(names(judgement.aliases(), partitions, partition)).entrySet()) {
                    judge(group.getKey(), group.getValue(), judgement);
                    judged.add(text(group.getKey()));
                }
                progress.judged(judgement.judged());
            }
            Set<String> gone = book.judged();
            gone.removeAll(judged);
            for (String name : gone) {
                book.forgetJudgement(name);
            }
            habits.save();
            LOG.info("{} mailboxes judged anew, {} that went on as usual, {} as before", anew, goneOn,
                    judged.size() - anew - goneOn);
        } catch (StateException e) {
            throw new StateFailure(e);
        }
    }

    /** Mailboxes all of whose evidence was looked at. */
    int judgedAnew() {
        return anew;
    }

    /** Mailboxes whose new evidence was more of the same. */
    int goneOn() {
        return goneOn;
    }

    private Map<String, IndicatorProfile> profiles() {
        Map<String, IndicatorProfile> profiles = new HashMap<>();
        Indicators.all(settings.policy()).forEach(each -> profiles.put(each.profile().id(), each.profile()));
        return profiles;
    }

    static int partition(String name) {
        return EvidenceVault.partition(owner(name));
    }

    static Optional<MailboxAddress> owner(String name) {
        return name.isEmpty() ? Optional.empty() : Optional.of(new MailboxAddress(name));
    }

    static String text(Optional<MailboxAddress> name) {
        return name.map(MailboxAddress::text).orElse("");
    }

    /** The names of one partition, without those that stand for mailboxes of others, and with those of others that do here. */
    static List<Optional<MailboxAddress>> names(Aliases aliases, Map<Integer, List<String>> partitions, int partition) {
        List<Optional<MailboxAddress>> names = new ArrayList<>();
        add(names, partitions, partition, name -> name.isEmpty() || !aliases.isElsewhere(name.get()));
        for (int source : aliases.sources(partition)) {
            add(names, partitions, source, name -> name.isPresent() && aliases.belongs(name.get(), partition));
        }
        return names;
    }

    private static void add(List<Optional<MailboxAddress>> names, Map<Integer, List<String>> partitions, int partition,
            Predicate<Optional<MailboxAddress>> wanted) {
        partitions.getOrDefault(partition, List.of()).stream().map(RememberedCases::owner).filter(wanted).forEach(names::add);
    }

    private void judge(Optional<MailboxAddress> name, List<Optional<MailboxAddress>> filed, Judgement judgement)
            throws StateException {
        long madeOf = madeOf(name, filed, judgement, filing.versions());
        Optional<StoredJudgement> before = book.judgement(text(name))
                .flatMap(bytes -> StoredJudgement.find(bytes, profiles))
                .filter(each -> habits.allow(each.findings()) && today - each.judged() <= LONGEST_STANDING);
        Optional<StoredJudgement> still = before.filter(each -> each.madeOf() == madeOf);
        if (still.isEmpty() && before.isPresent()) {
            still = goesOn(before.get(), madeOf, name, filed, judgement);
        }
        if (still.isPresent()) {
            judgement.take(still.get().judgement(name, () -> entries(name, filed)));
            return;
        }
        anew++;
        MailboxEvidence.Builder builder = builder(name, filed);
        List<Evidence> all = builder.pieces().toList();
        all.forEach(watcher);
        MailboxJudgement now = judgement.examine(builder);
        Routine routine = Routine.of(all, settings.zone(), families);
        book.saveJudgement(text(name), StoredJudgement.of(madeOf, today, routine.write(), now, all).write());
        judgement.take(now);
    }

    /**
     * The judgement of a mailbox in which nothing was found lately, whose new evidence is more of the same and says
     * nothing new.
     */
    private Optional<StoredJudgement> goesOn(StoredJudgement before, long madeOf, Optional<MailboxAddress> name,
            List<Optional<MailboxAddress>> filed, Judgement judgement) throws StateException {
        boolean isDisturbed = filed.stream().map(RememberedCases::text).anyMatch(filing.disturbed()::contains);
        if (isDisturbed || judgement.openIncident(name).isPresent()
                || before.madeOf() != madeOf(name, filed, judgement, versionsBefore)) {
            return Optional.empty();
        }
        List<Evidence> more = new ArrayList<>();
        for (Optional<MailboxAddress> each : filed) {
            book.readSince(text(each), filing.stamp(), more::add);
        }
        Routine routine = Routine.read(before.routine(), settings.zone(), families);
        if (!before.isSettled(more) || !routine.goesOn(more) || !judgement.findsNothing(name, more)) {
            return Optional.empty();
        }
        StoredJudgement now = before.goingOn(madeOf, routine, name, more);
        book.saveJudgement(text(name), now.write());
        goneOn++;
        return Optional.of(now);
    }

    /** A fingerprint of all that what is found in a mailbox depends on, but for the habits of the organisation. */
    private static long madeOf(Optional<MailboxAddress> name, List<Optional<MailboxAddress>> filed, Judgement judgement,
            Map<String, Long> versions) {
        Fingerprint print = new Fingerprint();
        filed.stream().map(RememberedCases::text).sorted()
                .forEach(each -> print.add(each).add(versions.getOrDefault(each, 0L)));
        judgement.gaps(name).stream().map(Gap::kind).sorted().forEach(kind -> print.add(kind.ordinal()));
        // They may be inferred from the evidence, and change with it.
        judgement.ownDomains().forEach(print::add);
        judgement.openIncident(name).ifPresent(since -> print.add("open").add(since.toEpochMilli()));
        return print.value();
    }

    private MailboxEvidence.Builder builder(Optional<MailboxAddress> name, List<Optional<MailboxAddress>> filed)
            throws StateException {
        MailboxEvidence.Builder builder = Judgement.builder(name);
        for (Optional<MailboxAddress> each : filed) {
            book.read(text(each), builder::add);
        }
        return builder;
    }

    private List<SignIn> entries(Optional<MailboxAddress> name, List<Optional<MailboxAddress>> filed) {
        try {
            return MailboxDigester.entries(builder(name, filed).build());
        } catch (StateException e) {
            throw new StateFailure(e);
        }
    }
}
