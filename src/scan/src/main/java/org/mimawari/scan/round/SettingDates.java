package org.mimawari.scan.round;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.TimeRange;
import org.mimawari.scan.RememberedCases;
import org.mimawari.store.EvidenceSegment;
import org.mimawari.store.state.SettingTimes;
import org.mimawari.store.state.SettingTimes.Appeared;
import org.mimawari.store.state.StateException;

/**
 * Dates settings that carry no time of their own by the rounds between which they appeared. What was there when its
 * source was read for the first time has no date: nobody knows how long it has been there.
 */
final class SettingDates implements RememberedCases.Watcher {

    private static final Set<EvidenceKind> SETTINGS = EnumSet.of(EvidenceKind.MAILBOX_RULE,
            EvidenceKind.FORWARDING_SETTING, EvidenceKind.DELEGATION, EvidenceKind.SEND_AS_ADDRESS,
            EvidenceKind.AUTO_REPLY, EvidenceKind.CONNECTED_APP, EvidenceKind.MAIL_FLOW_RULE);

    private record Place(String source, String locator) {}

    private final Map<Long, Appeared> before;
    private final Function<String, Optional<Instant>> readBefore;
    private final Instant now;
    private final Map<Long, Appeared> added = new HashMap<>();
    private final Set<Long> seen = new HashSet<>();
    private final Set<Long> lost = new HashSet<>();
    private final Map<Place, TimeRange> dates = new HashMap<>();
    private boolean isComplete;

    /**
     * @param before what was known of settings
     * @param readBefore when a source was read in an earlier round
     */
    SettingDates(Map<Long, Appeared> before, Function<String, Optional<Instant>> readBefore, Instant now) {
        this.before = before;
        this.readBefore = readBefore;
        this.now = now;
    }

    @Override
    public void all() {
        isComplete = true;
    }

    @Override
    public void lost(Evidence evidence) {
        if (isUndated(evidence)) {
            lost.add(EvidenceSegment.contentPrint(evidence));
        }
    }

    private static boolean isUndated(Evidence evidence) {
        return evidence.time().isEmpty() && SETTINGS.contains(evidence.kind());
    }

    @Override
    public void seen(Evidence evidence) {
        if (!isUndated(evidence)) {
            return;
        }
        long print = EvidenceSegment.contentPrint(evidence);
        seen.add(print);
        Appeared appeared = before.containsKey(print) ? before.get(print) : added.computeIfAbsent(print,
                any -> new Appeared(readBefore.apply(evidence.ref().source()), now));
        appeared.after().ifPresent(after -> dates.put(new Place(evidence.ref().source(), evidence.ref().locator()),
                TimeRange.between(after, appeared.until())));
    }

    /** Between which moments the setting at this place appeared. */
    Optional<TimeRange> find(EvidenceRef where) {
        return Optional.ofNullable(dates.get(new Place(where.source(), where.locator())));
    }

    void save(SettingTimes times) throws StateException {
        Set<Long> gone = new HashSet<>(isComplete ? before.keySet() : lost);
        gone.removeAll(seen);
        times.forget(gone);
        for (Map.Entry<Long, Appeared> each : added.entrySet()) {
            times.add(each.getKey(), each.getValue());
        }
    }
}
