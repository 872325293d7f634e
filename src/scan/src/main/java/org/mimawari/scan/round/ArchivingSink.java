package org.mimawari.scan.round;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.Cost;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.scan.Progress;
import org.mimawari.scan.SeenRecords;
import org.mimawari.scan.round.RoundCheckpoints.StateFailure;
import org.mimawari.store.EvidenceSegment;
import org.mimawari.store.state.EvidenceArchive;
import org.mimawari.store.state.KnownSource;
import org.mimawari.store.state.StateException;

/**
 * Writes what one connector reads in a round into the archive, source by source. Records are not compared with those of
 * other sources here but whenever the archive is read, so that a source can go without taking another's evidence along.
 */
final class ArchivingSink implements EvidenceSink {

    private static final long SECONDS_A_DAY = 86_400;
    private static final int SEGMENT = 1 << 20;
    private static final int MOST_PASSAGES = 1_000_000;
    private static final int MOST_REJECTIONS = 1_000;

    private final EvidenceArchive archive;
    private final String connector;
    private final RoundCheckpoints checkpoints;
    private final Progress progress;
    private final Map<String, Read> sources = new LinkedHashMap<>();
    private final Map<EvidenceKind, Long> pieces = new EnumMap<>(EvidenceKind.class);
    private final Map<Long, Long> days = new HashMap<>();
    private final List<Position> positions = new ArrayList<>();
    private final ThreadLocal<Position> position = ThreadLocal.withInitial(this::newPosition);
    private String system = "";
    private long records;
    private int rejections;
    private boolean hasChanged;

    /** Where one of the connector's threads stands: several may read, one at a time. */
    private static final class Position {
        private String source = "";
        private long fingerprint;
        private boolean isPending;
    }

    private record Passage(Optional<MailboxAddress> mailbox, long day) {}

    /** What was read of one source in this round. */
    private static final class Read {

        private final String system;
        private final long firstPart;
        private final EvidenceSegment open = new EvidenceSegment();
        private final List<Coverage> coverage = new ArrayList<>();
        private final Map<EvidenceRef, String> rejections = new LinkedHashMap<>();
        private final Set<Passage> passages = new HashSet<>();
        private boolean hasRecords;

        Read(String system, long firstPart) {
            this.system = system;
            this.firstPart = firstPart;
        }

        /** True where the mail system did not let anything of it be seen. */
        boolean isRefused() {
            return !hasRecords && !coverage.isEmpty()
                    && coverage.stream().allMatch(row -> row.state() == Coverage.State.NOT_COLLECTED);
        }

        /** True where it could be seen in part only: what was seen before may be in the other part. */
        boolean isBroken() {
            return coverage.stream().anyMatch(Coverage::isBroken);
        }

        /** True where it should have been seen and was not, or not whole. */
        boolean isUnread() {
            return isBroken() || isRefused() && !rejections.isEmpty();
        }

        boolean isWhole() {
            return coverage.stream().anyMatch(row -> row.state() == Coverage.State.COLLECTED)
                    && coverage.stream().noneMatch(Coverage::isBroken);
        }
    }

    ArchivingSink(EvidenceArchive archive, String connector, RoundCheckpoints checkpoints, Progress progress) {
        this.archive = archive;
        this.connector = connector;
        this.checkpoints = checkpoints;
        this.progress = progress;
    }

    /** Every record is kept, also one that another source showed: see the class. */
    @Override
    public boolean admit(long fingerprint) {
        records++;
        Position here = position.get();
        settle(here);
        here.fingerprint = fingerprint;
        here.isPending = true;
        return true;
    }

    @Override
    public void accept(Evidence evidence) {
        Position here = position.get();
        here.source = evidence.ref().source();
        pieces.merge(evidence.kind(), 1L, Long::sum);
        evidence.time().ifPresent(time -> days.merge(time.getEpochSecond() / SECONDS_A_DAY, 1L, Long::sum));
        settle(here);
        Read read = read(here.source);
        read.hasRecords = true;
        read.open.piece(evidence);
        if (read.open.size() > SEGMENT) {
            write(here.source, read);
        }
    }

    @Override
    public void reject(EvidenceRef where, String why) {
        records++;
        position.get().source = where.source();
        if (rejections++ < MOST_REJECTIONS) {
            read(where.source()).rejections.put(where, why);
        }
    }

    @Override
    public void cover(Coverage coverage) {
        read(coverage.source()).coverage.add(coverage);
    }

    @Override
    public void enter(String name) {
        settle(position.get());
        system = name;
    }

    @Override
    public void begin(String name) {
        settle(position.get());
        position.get().source = name;
    }

    /** Once for each mailbox and day: nothing finer is asked. */
    @Override
    public void passes(String name, Optional<MailboxAddress> mailbox, Instant time) {
        settle(position.get());
        Read read = read(name);
        if (read.passages.size() < MOST_PASSAGES && read.passages.add(new Passage(mailbox, time.getEpochSecond() / SECONDS_A_DAY))) {
            read.open.passage(mailbox, time);
        }
    }

    @Override
    public void progress(long done, long all) {
        progress.read(done, all);
    }

    @Override
    public void looked(long done, long all) {
        progress.looked(done, all);
    }

    @Override
    public void waits(String service, Duration time) {
        progress.waits(service, time);
    }

    @Override
    public void cost(Cost cost) {
        progress.cost(cost);
    }

    /** Records read in this round, also those that could not be understood. */
    long records() {
        return records;
    }

    /** True where something was read that was not there before, or something is gone. */
    boolean hasChanged() {
        return hasChanged;
    }

    /** How many pieces of evidence of each day since 1970 (UTC) were read in this round. */
    Map<Long, Long> days() {
        return days;
    }

    /** Pieces of evidence read in this round, by kind. */
    Map<EvidenceKind, Long> pieces() {
        return pieces;
    }

    /**
     * Writes what is left, and remembers every source with its place.
     *
     * @param whole whether the connector came to its end
     */
    void finish(Instant now, boolean whole) throws StateException {
        positions.forEach(this::settle);
        for (Map.Entry<String, Read> each : sources.entrySet()) {
            finish(each.getKey(), each.getValue());
            archive.save(new KnownSource(connector, each.getKey(), each.getValue().system, checkpoints.place(each.getKey()),
                    now));
        }
        for (String name : checkpoints.spokenOf()) {
            if (!sources.containsKey(name)) {
                String of = checkpoints.before(name).map(KnownSource::system).orElse(system);
                archive.save(new KnownSource(connector, name, of, checkpoints.place(name), now));
            }
        }
        forgetWhatIsGone(whole);
    }

    /** Of a source the connector said nothing about, this is all there is now. */
    private void finish(String name, Read read) throws StateException {
        boolean isRenewed = checkpoints.isRenewed(name);
        boolean isAnew = isRenewed || !checkpoints.speaksOf(name) || checkpoints.replaced().contains(name);
        if (isAnew && isAsBefore(name, read)) {
            return;
        }
        hasChanged |= isAnew || read.hasRecords;
        if (read.open.size() > 0) {
            archive.add(connector, name, read.open);
        }
        if (isAnew) {
            archive.forgetReports(connector, name);
        }
        if (isAnew && !read.isRefused()) {
            if (isRenewed || read.isBroken()) {
                keepTheRest(name, read.firstPart);
            }
            archive.forgetParts(connector, name, read.firstPart);
        }
        for (Coverage row : read.coverage) {
            archive.cover(connector, row);
        }
        for (Map.Entry<EvidenceRef, String> rejected : read.rejections.entrySet()) {
            archive.reject(connector, rejected.getKey(), rejected.getValue());
        }
    }

    /** Copies what was read before and is not shown again. */
    private void keepTheRest(String name, long firstPart) throws StateException {
        SeenRecords shown = new SeenRecords(SeenRecords.MOST);
        archive.read(connector, name, new EvidenceArchive.Parts(firstPart, Long.MAX_VALUE), new EvidenceSegment.Reader() {
            @Override
            public void record(long fingerprint) {
                shown.add(fingerprint);
            }

            @Override
            public void piece(Evidence evidence) {}
        });
        EvidenceSegment rest = new EvidenceSegment();
        archive.read(connector, name, new EvidenceArchive.Parts(0, firstPart), new EvidenceSegment.Reader() {
            private boolean isLost = true;

            @Override
            public void record(long fingerprint) {
                isLost = shown.add(fingerprint);
                if (isLost) {
                    rest.record(fingerprint);
                }
            }

            @Override
            public void piece(Evidence evidence) {
                if (isLost) {
                    rest.piece(evidence);
                }
            }
        });
        if (rest.size() > 0) {
            archive.add(connector, name, rest);
        }
    }

    /** A small source that is read whole every time, such as a filter script, mostly says what it said. */
    private boolean isAsBefore(String name, Read read) throws StateException {
        boolean isKnown = checkpoints.before(name).isPresent();
        boolean sameEvidence = read.firstPart == 0 && read.open.size() == 0
                || read.firstPart == 1 && archive.isOnlySegment(connector, name, read.open);
        return isKnown && sameEvidence && read.rejections.isEmpty() && Set.copyOf(archive.coverage(connector, name)).equals(Set.copyOf(read.coverage));
    }

    /** What could not be read, in part or at all, in this round. */
    List<String> unread() {
        return sources.entrySet().stream().filter(each -> each.getValue().isUnread()).map(Map.Entry::getKey).sorted().toList();
    }

    private void forgetWhatIsGone(boolean whole) throws StateException {
        for (String name : checkpoints.replaced()) {
            if (!sources.containsKey(name)) {
                archive.forgetReports(connector, name);
                archive.forgetParts(connector, name, Long.MAX_VALUE);
                hasChanged = true;
            }
        }
        Set<String> untouched = new HashSet<>(checkpoints.sources());
        untouched.removeAll(sources.keySet());
        untouched.removeIf(checkpoints::speaksOf);
        for (String name : untouched) {
            if (around(name).map(Read::isWhole).orElse(whole && checkpoints.isSilent())) {
                archive.forget(connector, name);
                hasChanged = true;
            }
        }
    }

    /** What was read of the source that this one is a part of. */
    private Optional<Read> around(String name) {
        for (int slash = name.lastIndexOf('/'); slash > 0; slash = name.lastIndexOf('/', slash - 1)) {
            Read parent = sources.get(name.substring(0, slash));
            if (parent != null) {
                return Optional.of(parent);
            }
        }
        return Optional.empty();
    }

    /** A record's evidence follows it, and says which source it stands in. */
    private void settle(Position here) {
        if (here.isPending) {
            here.isPending = false;
            Read read = read(here.source);
            read.hasRecords = true;
            read.open.record(here.fingerprint);
        }
    }

    private Position newPosition() {
        Position fresh = new Position();
        positions.add(fresh);
        return fresh;
    }

    private Read read(String name) {
        Read known = sources.get(name);
        if (known == null) {
            known = new Read(system, nextPart(name));
            sources.put(name, known);
        }
        return known;
    }

    private long nextPart(String name) {
        try {
            return checkpoints.before(name).isEmpty() ? 0 : archive.nextPart(connector, name);
        } catch (StateException e) {
            throw new StateFailure(e);
        }
    }

    private void write(String name, Read read) {
        try {
            archive.add(connector, name, read.open);
        } catch (StateException e) {
            throw new StateFailure(e);
        }
    }
}
