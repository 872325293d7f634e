package org.mimawari.indicator.access;

import java.util.List;
import java.util.Set;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.SettingChange;
import org.mimawari.evidence.SettingTopic;
import org.mimawari.evidence.TimeRange;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Citation;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Multiplier;
import org.mimawari.indicator.Reason;

/** Makes the profiles and findings of the access family from what differs between them. */
final class AccessFinding {

    static final String UNKNOWN = "–";
    private static final int LONGEST = 200;

    private AccessFinding() {}

    /** A sign that somebody made himself at home. */
    static IndicatorProfile profile(String id, Level level, int weight, double confidence, String... attack) {
        return profile(id, EvidenceKind.SETTING_CHANGE, level, weight, confidence, attack);
    }

    static IndicatorProfile profile(String id, EvidenceKind needs, Level level, int weight, double confidence,
            String... attack) {
        return new IndicatorProfile(id, Family.ACCESS, AttackStage.PERSISTENCE, level, weight, confidence,
                List.of(attack), Set.of(needs));
    }

    /** The changes of a topic that took effect. */
    static List<SettingChange> changes(MailboxEvidence evidence, SettingTopic topic) {
        return evidence.settingChanges().stream().filter(change -> change.topic() == topic && change.succeeded())
                .toList();
    }

    static Finding of(IndicatorProfile profile, MailboxEvidence evidence, String pattern,
            List<? extends Evidence> pieces,
            Reason reason) {
        return Finding.of(profile, evidence, TimeRange.of(pieces), cut(pattern), reason, Citation.of(pieces));
    }

    /** A finding about changes, named by what was changed. */
    static Finding of(IndicatorProfile profile, MailboxEvidence evidence, List<SettingChange> changes) {
        SettingChange first = changes.get(0);
        return of(profile, evidence, target(first), changes, reason(first).andNumber("count", changes.size())
                .andText("operation", cut(first.operation())).andText("target", target(first)));
    }

    /** Who did it and from where: {@code actor}, {@code ip}, {@code country}, {@code client}. */
    static Reason reason(Evidence piece) {
        Actor actor = piece.actor();
        return Reason.text("actor", cut(actor.user().orElse(UNKNOWN)))
                .andText("ip", actor.ip().map(IpAddress::text).orElse(UNKNOWN))
                .andText("country", actor.place().country().orElse(UNKNOWN))
                .andText("client", cut(actor.client().orElse(UNKNOWN)));
    }

    static String target(SettingChange change) {
        return cut(change.target().filter(text -> !text.isBlank()).orElse(change.operation()));
    }

    static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /** Half the weight where an administrator did it for somebody else. */
    static Finding weighed(Finding finding, Evidence piece, MailboxEvidence evidence) {
        return isByAdministrator(piece, evidence) ? finding.times(Multiplier.ADMIN_ACTOR) : finding;
    }

    static boolean isByAdministrator(Evidence piece, MailboxEvidence evidence) {
        boolean self = piece.actor().user().filter(user -> evidence.mailbox()
                .filter(mailbox -> mailbox.text().equalsIgnoreCase(user.strip())).isPresent()).isPresent();
        return piece.actor().role() == Actor.Role.ADMIN && !self;
    }
}
