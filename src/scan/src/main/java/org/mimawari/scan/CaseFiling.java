package org.mimawari.scan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.mimawari.connector.Fingerprint;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.store.EvidenceSegment;
import org.mimawari.store.EvidenceVault;
import org.mimawari.store.state.Casebook;
import org.mimawari.store.state.Casebook.SourceName;
import org.mimawari.store.state.EvidenceArchive;
import org.mimawari.store.state.KnownSource;
import org.mimawari.store.state.StateException;

/**
 * Files what a round read under the names it is about, each record once, and learns of it what is known of sources and of
 * the tenant. Not safe for several threads.
 */
final class CaseFiling {

    private static final String TENANT = "tenant";
    private static final int LONGEST_ROW = 1 << 20;
    /** Segments of about a megabyte whose evidence is held in memory at once. */
    private static final int FEW_SEGMENTS = 16;
    private static final int EXPECTED_GROWTH = 10;
    private static final int MOST_ROWS = 24;

    private final Casebook book;
    private final EvidenceArchive archive;
    private final ScanSettings settings;
    private final Instant oldest;
    private final long stamp;
    private final Consumer<Evidence> watcher;
    private final Map<SourceName, SourceFacts> facts = new HashMap<>();
    private final Map<String, Long> versions = new HashMap<>();
    private final Map<String, Long> added = new HashMap<>();
    private final Set<String> disturbed = new HashSet<>();
    private Optional<SeenRecords> seen = Optional.empty();
    private TenantObserver observer = new TenantObserver();

    /**
     * @param oldest what happened before this moment is left out
     * @param stamp the round; greater than that of any round before
     * @param watcher is shown every piece that is filed
     */
    CaseFiling(Casebook book, EvidenceArchive archive, ScanSettings settings, Instant oldest, long stamp,
            Consumer<Evidence> watcher) {
        this.book = book;
        this.archive = archive;
        this.settings = settings;
        this.oldest = oldest;
        this.stamp = stamp;
        this.watcher = watcher;
    }

    /** Files everything that is remembered, from the beginning. */
    void all() throws StateException {
        book.clearFiles();
        seen = Optional.of(new SeenRecords(Scan.fingerprints()));
        for (KnownSource source : archive.sources()) {
            file(new SourceName(source.connector(), source.name()), 0);
        }
        save();
    }

    /**
     * Files what changed since the last round. False where that cannot be told from the whole, so that all must be filed
     * again: something is gone that others were compared with.
     *
     * @param lost is shown every piece that is taken out of the files
     */
    boolean follow(Map<SourceName, EvidenceArchive.Change> changes, Consumer<Evidence> lost) throws StateException {
        if (!isRecalled()) {
            return false;
        }
        List<SourceName> replaced = changes.entrySet().stream().filter(each -> each.getValue().isReplaced())
                .map(Map.Entry::getKey).toList();
        if (!mayDrop(replaced)) {
            return false;
        }
        versions.putAll(book.names());
        Set<MailboxAddress> owned = new HashSet<>();
        for (SourceName source : replaced) {
            owned.addAll(facts.getOrDefault(source, new SourceFacts()).names());
            drop(source, lost);
        }
        if (!replaced.isEmpty()) {
            versions.keySet().retainAll(book.names().keySet());
        }
        for (SourceName source : changes.keySet().stream().sorted(CaseFiling::inOrder).toList()) {
            file(source, changes.get(source).firstNew());
        }
        if (!replaced.isEmpty() && !areStillOwned(owned)) {
            return false;
        }
        if (!changes.isEmpty()) {
            observer.relearnAliases(facts.values());
            save();
        }
        return true;
    }

    /** What the own domains are was learnt of these mailboxes too. */
    private boolean areStillOwned(Set<MailboxAddress> owned) {
        Set<MailboxAddress> lost = new HashSet<>(owned);
        facts.values().forEach(source -> {
            if (source.names().size() < lost.size()) {
                source.names().stream().filter(source::owns).forEach(lost::remove);
            } else {
                lost.removeIf(source::owns);
            }
        });
        return lost.isEmpty();
    }

    /** Recalls what was known of sources and of the tenant; false where that is damaged. */
    private boolean isRecalled() throws StateException {
        try {
            book.sources().forEach((name, bytes) -> facts.put(name, SourceFacts.read(bytes)));
            Optional<TenantObserver> known = book.remark(TENANT).map(TenantObserver::read);
            observer = known.orElseGet(TenantObserver::new);
            return known.isPresent() || facts.isEmpty();
        } catch (IndexOutOfBoundsException | IllegalArgumentException | NegativeArraySizeException | ArithmeticException e) {
            return false;
        } catch (StateException e) {
            if (e.problem() == StateException.Problem.UNUSABLE) {
                return false;
            }
            throw e;
        }
    }

    /** Others may have left out what these sources showed first; and what is usual was learnt of their sign-ins. */
    private boolean mayDrop(List<SourceName> sources) throws StateException {
        if (sources.isEmpty()) {
            return true;
        }
        if (sources.stream().anyMatch(source -> facts.getOrDefault(source, new SourceFacts()).hasSignIns())
                || facts.values().stream().anyMatch(SourceFacts::repeatsMany)) {
            return false;
        }
        Set<SourceName> going = Set.copyOf(sources);
        Set<Long> repeated = new HashSet<>();
        facts.entrySet().stream().filter(each -> !going.contains(each.getKey()))
                .forEach(each -> repeated.addAll(each.getValue().repeated()));
        boolean[] isRepeated = {false};
        for (SourceName source : sources) {
            book.records(source, record -> isRepeated[0] |= repeated.contains(record));
        }
        return !isRepeated[0];
    }

    private static int inOrder(SourceName one, SourceName other) {
        int order = one.connector().compareTo(other.connector());
        return order != 0 ? order : one.source().compareTo(other.source());
    }

    private void save() throws StateException {
        Set<String> changed = new HashSet<>(added.keySet());
        changed.addAll(disturbed);
        for (String name : changed) {
            if (versions.containsKey(name)) {
                book.saveVersion(name, versions.get(name));
            }
        }
        book.remark(TENANT, observer.write());
    }

    private void drop(SourceName source, Consumer<Evidence> lost) throws StateException {
        for (Casebook.Removed removed : book.drop(source, lost)) {
            disturbed.add(removed.name());
            versions.merge(removed.name(), -removed.print(), Long::sum);
        }
        facts.remove(source);
    }

    private void file(SourceName source, long firstPart) throws StateException {
        SourceFacts known = facts.computeIfAbsent(source, any -> new SourceFacts());
        SourceFiling filing = new SourceFiling(known);
        EvidenceArchive.Parts parts = new EvidenceArchive.Parts(firstPart, Long.MAX_VALUE);
        boolean isSmall = archive.parts(source, firstPart) <= FEW_SEGMENTS;
        if (isSmall) {
            Map<String, List<Evidence>> pieces = new HashMap<>();
            archive.read(source.connector(), source.source(), parts, filing.into(piece -> pieces
                    .computeIfAbsent(name(piece), any -> new ArrayList<>()).add(piece)));
            write(source, pieces, filing.prints);
        } else {
            throughVault(source, parts, filing);
        }
        book.saveSource(source, known.write());
        if (filing.records.size() > 0) {
            book.saveRecords(source, stamp, filing.records.bytes());
        }
    }

    /** A long log is brought into the order of its names in the same way as a scan does it. */
    private void throughVault(SourceName source, EvidenceArchive.Parts parts, SourceFiling filing) throws StateException {
        try (EvidenceVault vault = new EvidenceVault(Files.createTempDirectory("mimawari-"), settings.memory())) {
            archive.read(source.connector(), source.source(), parts, filing.into(vault::add));
            for (int partition = 0; partition < vault.partitions(); partition++) {
                Map<String, List<Evidence>> pieces = new HashMap<>();
                vault.read(partition, piece -> pieces.computeIfAbsent(name(piece), any -> new ArrayList<>()).add(piece));
                write(source, pieces, filing.prints);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Evidence piece) {
        return EvidenceVault.owner(piece).map(MailboxAddress::text).orElse("");
    }

    private void write(SourceName source, Map<String, List<Evidence>> pieces, Map<String, Long> prints) throws StateException {
        for (Map.Entry<String, List<Evidence>> each : pieces.entrySet()) {
            String name = each.getKey();
            long print = prints.getOrDefault(name, 0L);
            added.merge(name, print, Long::sum);
            versions.merge(name, print, Long::sum);
            EvidenceSegment segment = new EvidenceSegment();
            long part = 0;
            for (Evidence piece : each.getValue()) {
                segment.piece(piece);
                if (segment.size() > LONGEST_ROW) {
                    book.file(name, source, stamp, part, part == 0 ? print : 0, segment);
                    part++;
                }
            }
            if (segment.size() > 0) {
                book.file(name, source, stamp, part, part == 0 ? print : 0, segment);
            }
            book.join(name, source, stamp, MOST_ROWS);
        }
    }

    /** The files there are now, each name with a number that changes whenever its file does. */
    Map<String, Long> versions() {
        return versions;
    }

    /** The numbers the files had before something was added in this round. */
    Map<String, Long> versionsBefore() {
        Map<String, Long> before = new HashMap<>(versions);
        added.forEach((name, print) -> before.merge(name, -print, Long::sum));
        return before;
    }

    long stamp() {
        return stamp;
    }

    /** Names from whose files something was taken. */
    Set<String> disturbed() {
        return disturbed;
    }

    TenantObserver observer() {
        return observer;
    }

    Map<SourceName, SourceFacts> facts() {
        return facts;
    }

    /** How many different records there are in all files. */
    long records() {
        return facts.values().stream().mapToLong(SourceFacts::accepted).sum();
    }

    private SeenRecords seen() throws StateException {
        if (seen.isEmpty()) {
            long expected = records();
            SeenRecords known = new SeenRecords(Scan.fingerprints(), expected + expected / EXPECTED_GROWTH);
            book.records(known::add);
            seen = Optional.of(known);
        }
        return seen.get();
    }

    /** Fingerprints one after the other, eight bytes each. */
    private static final class Records {

        private ByteBuffer buffer = ByteBuffer.allocate(64);

        void add(long fingerprint) {
            if (buffer.remaining() < Long.BYTES) {
                buffer = ByteBuffer.allocate(buffer.capacity() * 2).put(buffer.flip());
            }
            buffer.putLong(fingerprint);
        }

        int size() {
            return buffer.position();
        }

        byte[] bytes() {
            byte[] bytes = new byte[buffer.position()];
            buffer.flip().get(bytes);
            return bytes;
        }
    }

    /** Takes the records of one source, leaves out what was seen before or is too old, and learns of the rest. */
    private final class SourceFiling {

        private final SourceFacts known;
        private final SeenRecords before;
        private final Records records = new Records();
        private final RecentMailboxes lately = new RecentMailboxes();
        private final Map<String, Long> prints = new HashMap<>();

        SourceFiling(SourceFacts known) throws StateException {
            this.known = known;
            this.before = seen();
        }

        EvidenceSegment.Reader into(Consumer<Evidence> pieces) {
            return new EvidenceSegment.Reader() {

                private boolean isNew = true;
                private long record;

                @Override
                public void record(long fingerprint) {
                    isNew = before.add(fingerprint);
                    record = fingerprint;
                    known.record(fingerprint, isNew);
                    if (isNew) {
                        records.add(fingerprint);
                    }
                }

                @Override
                public void passage(Optional<MailboxAddress> mailbox, Instant time) {
                    known.pass(mailbox, time);
                }

                @Override
                public void piece(Evidence evidence) {
                    if (isNew && evidence.time().filter(oldest::isAfter).isEmpty()) {
                        take(Locating.located(evidence, settings.places()), record, pieces);
                    }
                }
            };
        }

        private void take(Evidence piece, long record, Consumer<Evidence> pieces) {
            watcher.accept(piece);
            known.see(piece, lately);
            observer.observe(piece);
            long print = new Fingerprint().add(record).add(piece.kind().ordinal()).add(piece.ref().source())
                    .add(piece.ref().locator()).value();
            prints.merge(name(piece), print, Long::sum);
            pieces.accept(piece);
        }
    }
}
