package org.mimawari.indicator.tamper;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailRemoval;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.TimeRange;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Citation;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Multiplier;
import org.mimawari.indicator.Reason;
import org.mimawari.indicator.habit.SourceNovelty;
import org.mimawari.indicator.words.FactList;
import org.mimawari.indicator.words.Folding;

/** What the indicators about removed mail share. */
final class Removals {

    private static final Set<String> SENT = FactList.load("sent-folders").keys().stream()
            .map(Folding::fold).collect(Collectors.toUnmodifiableSet());
    private static final String UNKNOWN = "–";

    private Removals() {}

    static IndicatorProfile profile(String id, AttackStage stage, Level level, int weight, double confidence,
            String... attack) {
        return new IndicatorProfile(id, Family.TAMPER, stage, level, weight, confidence, List.of(attack),
                Set.of(EvidenceKind.MAIL_REMOVAL));
    }

    static boolean deletes(MailRemoval removal) {
        return removal.type() != MailRemoval.Type.MOVE;
    }

    static boolean isFromSent(MailRemoval removal) {
        return removal.folder().filter(Removals::isSent).isPresent();
    }

    private static boolean isSent(String folder) {
        String folded = Folding.fold(folder).toLowerCase(Locale.ROOT);
        int cut = Math.max(folded.lastIndexOf('/'), folded.lastIndexOf('\\'));
        return SENT.contains(folded.substring(cut + 1).strip());
    }

    static Finding finding(IndicatorProfile profile, MailboxEvidence evidence, List<? extends Evidence> pieces,
            Reason reason) {
        return Finding.of(profile, evidence, TimeRange.of(pieces), pattern(pieces.get(0)), reason, Citation.of(pieces));
    }

    /** Half-way excused where the owner's own client did it. */
    static Finding weighed(Finding finding, List<? extends Evidence> pieces, SourceNovelty novelty) {
        boolean owner = pieces.stream().allMatch(novelty::isHabitual);
        return owner ? finding.times(Multiplier.habitualSource(Family.TAMPER)) : finding;
    }

    static Reason source(Evidence piece) {
        Actor actor = piece.actor();
        return Reason.text("ip", actor.ip().map(IpAddress::text).orElse(UNKNOWN))
                .andText("actor", actor.user().orElse(UNKNOWN));
    }

    private static String pattern(Evidence piece) {
        Optional<IpAddress> ip = piece.actor().ip();
        return ip.map(IpAddress::neighbourhood).orElse("");
    }
}
