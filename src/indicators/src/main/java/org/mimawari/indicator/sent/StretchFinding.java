package org.mimawari.indicator.sent;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.indicator.Citation;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Multiplier;
import org.mimawari.indicator.Reason;
import org.mimawari.indicator.outgoing.Mailing;
import org.mimawari.indicator.outgoing.Outgoing;
import org.mimawari.indicator.outgoing.Stretch;
import org.mimawari.indicator.outgoing.Volume;

/**
 * Words a stretch of unusual sending as a finding: its exact totals, its source, and how much is known to judge it by.
 */
final class StretchFinding {

    /** A robot or a newsletter that says what it always says. */
    private static final Multiplier KNOWN_TEMPLATE = Multiplier.modifier("known-template", 0.5);
    private static final double MOSTLY = 0.8;

    private StretchFinding() {}

    /** A finding of the whole stretch with the factor of its source. */
    static Finding of(IndicatorProfile profile, Outgoing outgoing, Stretch stretch, String pattern) {
        Finding finding = Finding.of(profile, outgoing.evidence(), stretch.when(), pattern, reason(stretch),
                Citation.of(stretch.mailings().stream().map(Mailing::message).toList()));
        return finding.times(outgoing.source(stretch));
    }

    /** As {@link #of}, for a judgement by the mailbox's own past. */
    static Finding byHabit(IndicatorProfile profile, Outgoing outgoing, Stretch stretch, String pattern) {
        List<Multiplier> factors = new ArrayList<>();
        if (outgoing.isColdStart(stretch.from())) {
            factors.add(Multiplier.COLD_START);
        }
        if (isMachine(outgoing.evidence().kind()) && saysTheUsual(outgoing, stretch)) {
            factors.add(KNOWN_TEMPLATE);
        }
        return of(profile, outgoing, stretch, pattern).times(factors);
    }

    static Reason reason(Stretch stretch) {
        Volume volume = stretch.volume();
        return Reason.number("messages", volume.messages())
                .andNumber("recipients", volume.recipients())
                .andNumber("external", volume.external())
                .andNumber("strangers", volume.added())
                .andShare("share", volume.share())
                .andNumber("bounced", volume.bounced())
                .andSpan("span", stretch.span());
    }

    static boolean isMachine(MailboxKind kind) {
        return kind == MailboxKind.ROBOT || kind == MailboxKind.BULK;
    }

    private static boolean saysTheUsual(Outgoing outgoing, Stretch stretch) {
        Instant yesterday = stretch.from().minus(Duration.ofHours(24));
        Set<String> known = new HashSet<>();
        outgoing.mailings().stream().takeWhile(mailing -> mailing.time().isBefore(yesterday))
                .forEach(mailing -> subject(outgoing, mailing).ifPresent(known::add));
        long usual = stretch.mailings().stream()
                .filter(mailing -> subject(outgoing, mailing).filter(known::contains).isPresent())
                .mapToLong(Mailing::recipients).sum();
        return usual >= stretch.volume().recipients() * MOSTLY;
    }

    private static Optional<String> subject(Outgoing outgoing, Mailing mailing) {
        return Optional.of(outgoing.subject(mailing.message())).filter(text -> !text.isEmpty());
    }
}
