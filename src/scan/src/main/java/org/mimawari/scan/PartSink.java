package org.mimawari.scan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.store.EvidenceVault;
import org.mimawari.store.ValueWriter;

/**
 * Takes the evidence of one part: tells duplicates within it, learns, and passes the evidence on a mailbox at a time.
 * Memory is bounded by what it holds back, and by the fingerprints. Not safe for several threads.
 */
final class PartSink implements SharedScan.Reading {

    private static final Set<EvidenceKind> ACTIVITY = EnumSet.of(EvidenceKind.SIGN_IN, EvidenceKind.SENT_MESSAGE,
            EvidenceKind.RECEIVED_MESSAGE, EvidenceKind.NON_DELIVERY_REPORT, EvidenceKind.FEEDBACK_REPORT,
            EvidenceKind.MAIL_ACCESS, EvidenceKind.MAIL_REMOVAL, EvidenceKind.MAIL_SEARCH);
    private static final int MOST_HELD = 1 << 15;
    private static final int MOST_OF_ONE = 1 << 12;
    private static final int FINGERPRINTS = 1 << 14;

    private final int part;
    private final PlaceTable places;
    private final LongPredicate repeated;
    private final SharedScan.Taker taker;
    private final SeenRecords seen = new SeenRecords(Scan.fingerprints());
    private final Learnt learnt = new Learnt();
    private final Map<Optional<MailboxAddress>, List<Evidence>> held = new LinkedHashMap<>();
    private final ValueWriter out = new ValueWriter();
    private long[] fingerprints = new long[FINGERPRINTS];
    private long[] records = new long[FINGERPRINTS];
    private int known;
    private int many;
    private long record;
    private long rows;

    PartSink(int part, PlaceTable places, LongPredicate repeated, SharedScan.Taker taker) {
        this.part = part;
        this.places = places;
        this.repeated = repeated;
        this.taker = taker;
    }

    @Override
    public boolean admit(long fingerprint) {
        boolean isFirstHere = seen.add(fingerprint);
        boolean isNew = isFirstHere && !repeated.test(record);
        if (isFirstHere) {
            remember(fingerprint);
        }
        learnt.count(isNew);
        record++;
        return isNew;
    }

    private void remember(long fingerprint) {
        fingerprints[known] = fingerprint;
        records[known++] = record;
        if (known == FINGERPRINTS) {
            passFingerprints();
        }
    }

    private void passFingerprints() {
        if (known > 0) {
            taker.fingerprints(Arrays.copyOf(fingerprints, known), Arrays.copyOf(records, known));
            known = 0;
        }
    }

    @Override
    public void accept(Evidence evidence) {
        Evidence located = Locating.located(evidence, places);
        learnt.see(located);
        List<Evidence> pieces = held.computeIfAbsent(EvidenceVault.owner(located), any -> new ArrayList<>());
        pieces.add(located);
        if (++many >= MOST_HELD) {
            passPieces();
        } else if (pieces.size() >= MOST_OF_ONE) {
            many -= pieces.size();
            pass(EvidenceVault.owner(located), held.remove(EvidenceVault.owner(located)));
        }
    }

    private void passPieces() {
        held.forEach(this::pass);
        held.clear();
        many = 0;
    }

    private void pass(Optional<MailboxAddress> owner, List<Evidence> pieces) {
        String name = owner.map(MailboxAddress::text).orElse("");
        List<Evidence> settings = pieces.stream().filter(piece -> !ACTIVITY.contains(piece.kind())).toList();
        if (!settings.isEmpty()) {
            taker.settings(name, rows++, written(name, settings));
        }
        if (settings.size() < pieces.size()) {
            taker.activity(name, rows++, written(name, settings.isEmpty() ? pieces
                    : pieces.stream().filter(piece -> ACTIVITY.contains(piece.kind())).toList()));
        }
    }

    private byte[] written(String name, List<Evidence> pieces) {
        out.each(pieces, out::evidence);
        byte[] bytes = out.take();
        learnt.files(name, bytes.length);
        return bytes;
    }

    @Override
    public void reject(EvidenceRef where, String why) {
        learnt.reject(part, where, why);
    }

    @Override
    public void cover(Coverage coverage) {
        learnt.cover(part, coverage);
    }

    @Override
    public void enter(String system) {
        learnt.enter(system);
    }

    @Override
    public void passes(String source, Optional<MailboxAddress> mailbox, Instant time) {
        learnt.pass(source, mailbox, time);
    }

    @Override
    public byte[] end() {
        passPieces();
        passFingerprints();
        return learnt.write();
    }
}
