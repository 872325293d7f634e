package org.mimawari.indicator.tamper;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.SentMessage;
import org.mimawari.evidence.TimeRange;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Citation;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Reason;

/**
 * A mailbox whose sign-ins were recorded nearly every working day went on sending for days without any: the log of
 * sign-ins has a hole (ATT&amp;CK T1562.008).
 */
public final class TamperLogGap implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("tamper-log-gap", Family.TAMPER, AttackStage.NONE,
            Level.LOW, 15, 0.6, List.of("T1562.008"), Set.of(EvidenceKind.SIGN_IN, EvidenceKind.SENT_MESSAGE));
    private static final int USUAL_DAYS = 10;
    private static final int SILENT_DAYS = 3;
    private static final long LONGEST_PAUSE = 5;
    private static final long DAY = 86_400;

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        TreeSet<Long> signedIn = days(evidence.signIns());
        if (signedIn.size() < USUAL_DAYS || !isDaily(signedIn)) {
            return List.of();
        }
        TreeSet<Long> sent = days(evidence.sentMessages());
        List<Long> silent = sent.stream().filter(day -> day > signedIn.first() && !isNearSignIn(day, signedIn)).toList();
        return silent.size() < SILENT_DAYS ? List.of() : List.of(finding(evidence, silent));
    }

    private static Finding finding(MailboxEvidence evidence, List<Long> silent) {
        Instant from = Instant.ofEpochSecond(silent.get(0) * DAY);
        Instant to = Instant.ofEpochSecond((silent.get(silent.size() - 1) + 1) * DAY);
        List<SentMessage> within = new ArrayList<>();
        for (SentMessage message : evidence.sentMessages()) {
            if (message.time().filter(when -> !when.isBefore(from) && when.isBefore(to)).isPresent()) {
                within.add(message);
            }
        }
        Reason reason = Reason.number("days", silent.size()).andNumber("messages", within.size()).andTime("from", from);
        return Finding.of(PROFILE, evidence, TimeRange.of(within), "silent", reason, Citation.of(within));
    }

    /** Sessions outlive a day, so a sign-in within two days accounts for sending. */
    private static boolean isNearSignIn(long day, TreeSet<Long> signedIn) {
        return !signedIn.subSet(day - 2, true, day, true).isEmpty();
    }

    private static boolean isDaily(TreeSet<Long> days) {
        long pauses = 0;
        long previous = days.first();
        for (long day : days) {
            pauses += day - previous > LONGEST_PAUSE ? 1 : 0;
            previous = day;
        }
        return pauses <= 1;
    }

    private static TreeSet<Long> days(List<? extends Evidence> inTime) {
        TreeSet<Long> days = new TreeSet<>();
        long last = Long.MIN_VALUE;
        for (Evidence piece : inTime) {
            long day = piece.time().isPresent() ? Math.floorDiv(piece.time().get().getEpochSecond(), DAY) : last;
            if (day != last) {
                days.add(day);
                last = day;
            }
        }
        return days;
    }
}
