package org.mimawari.indicator.exfil;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailAccess;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.TimeRange;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Citation;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Reason;
import org.mimawari.indicator.habit.Episodes;
import org.mimawari.indicator.habit.Episodes.Episode;

/** What the indicators about reading share: profiles, episodes of access by address, and the facts of a finding. */
final class Reading {

    static final Duration A_DAY = Duration.ofDays(1);
    private static final String UNKNOWN = "–";
    private static final int LONGEST = 200;

    private Reading() {}

    static IndicatorProfile profile(String id, EvidenceKind needs, Level level, int weight, double confidence,
            String... attack) {
        return new IndicatorProfile(id, Family.EXFIL, AttackStage.ABUSE, level, weight, confidence, List.of(attack),
                Set.of(needs));
    }

    /** Accesses that match, in episodes by the neighbourhood of the address, at most a day of silence within one. */
    static List<Episode<MailAccess>> episodes(MailboxEvidence evidence, Predicate<MailAccess> wanted) {
        List<MailAccess> matching = evidence.mailAccesses().stream()
                .filter(access -> access.time().isPresent() && wanted.test(access)).toList();
        return Episodes.of(matching, Reading::neighbourhood, A_DAY);
    }

    static String neighbourhood(Evidence piece) {
        return piece.actor().ip().map(IpAddress::neighbourhood).orElse("");
    }

    static long items(List<MailAccess> accesses) {
        return accesses.stream().mapToLong(MailAccess::items).sum();
    }

    static long bytes(List<MailAccess> accesses) {
        return accesses.stream().mapToLong(MailAccess::bytes).sum();
    }

    /** Where it was done from: {@code ip}, {@code country}, {@code client}, {@code actor}. */
    static Reason source(Evidence piece) {
        Actor actor = piece.actor();
        return Reason.text("ip", actor.ip().map(IpAddress::text).orElse(UNKNOWN))
                .andText("country", actor.place().country().orElse(UNKNOWN))
                .andText("client", cut(actor.client().orElse(UNKNOWN)))
                .andText("actor", cut(actor.user().orElse(UNKNOWN)));
    }

    static Finding finding(IndicatorProfile profile, MailboxEvidence evidence, List<? extends Evidence> pieces,
            Reason reason) {
        return Finding.of(profile, evidence, TimeRange.of(pieces), neighbourhood(pieces.get(0)), reason, Citation.of(pieces));
    }

    static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
