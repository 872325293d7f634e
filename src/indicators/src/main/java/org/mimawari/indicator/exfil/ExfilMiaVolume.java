package org.mimawari.indicator.exfil;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailAccess;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.TimeRange;
import org.mimawari.indicator.Citation;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.habit.Episodes.Episode;
import org.mimawari.indicator.habit.Glance;
import org.mimawari.indicator.habit.SourceNovelty;

/** Many messages were opened within an hour from a place new to the mailbox (ATT&amp;CK T1114.002). */
public final class ExfilMiaVolume implements Indicator {

    private static final IndicatorProfile PROFILE =
            Reading.profile("exfil-mia-volume", EvidenceKind.MAIL_ACCESS, Level.MEDIUM, 40, 0.65, "T1114.002");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final long MANY = 200;

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        // All that was opened in the hour is at least what was opened from the new place.
        if (Glance.of(evidence).mostOpenedInAnHour() < MANY) {
            return List.of();
        }
        SourceNovelty novelty = SourceNovelty.of(evidence);
        List<Finding> findings = new ArrayList<>();
        for (Episode<MailAccess> episode : Reading.episodes(evidence, a -> isOpening(a) && novelty.isNew(a))) {
            long most = busiestHour(episode.pieces());
            if (most >= MANY) {
                findings.add(Finding.of(PROFILE, evidence, TimeRange.of(episode.pieces()), pattern(episode.first()),
                        Reading.source(episode.first()).andNumber("items", Reading.items(episode.pieces()))
                                .andNumber("hourly", most), Citation.of(episode.pieces())));
            }
        }
        return findings;
    }

    /** A service that reads mail for the organisation is known by its name, so that it shows how many it reads. */
    private static String pattern(MailAccess access) {
        Actor actor = access.actor();
        boolean service = actor.role() == Actor.Role.ADMIN && actor.user().isPresent();
        return service ? Finding.SERVICE + actor.user().get() : Reading.neighbourhood(access);
    }

    private static boolean isOpening(MailAccess access) {
        return access.type() == MailAccess.Type.BIND || access.type() == MailAccess.Type.API;
    }

    /** One pass: the hour grows at its end and shrinks at its start. */
    private static long busiestHour(List<MailAccess> accesses) {
        long most = 0;
        long items = 0;
        int first = 0;
        for (MailAccess last : accesses) {
            items += last.items();
            Instant start = last.time().orElseThrow().minus(HOUR);
            while (accesses.get(first).time().orElseThrow().isBefore(start)) {
                items -= accesses.get(first++).items();
            }
            most = Math.max(most, items);
        }
        return most;
    }
}
