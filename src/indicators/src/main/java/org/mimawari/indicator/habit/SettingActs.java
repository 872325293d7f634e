package org.mimawari.indicator.habit;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.SettingChange;
import org.mimawari.evidence.SettingTopic;
import org.mimawari.evidence.TimeRange;
import org.mimawari.indicator.Citation;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Reason;

/** Changes of some topics that took effect, one finding for each episode of the same operation on the same target. */
public final class SettingActs {

    private static final String UNKNOWN = "–";
    private static final int LONGEST = 200;

    private final IndicatorProfile profile;
    private final Set<SettingTopic> topics;

    public SettingActs(IndicatorProfile profile, SettingTopic first, SettingTopic... more) {
        this.profile = profile;
        this.topics = EnumSet.of(first, more);
    }

    public List<Finding> findings(MailboxEvidence evidence) {
        return findings(evidence, change -> true);
    }

    public List<Finding> findings(MailboxEvidence evidence, Predicate<SettingChange> also) {
        List<SettingChange> changes = evidence.settingChanges().stream()
                .filter(change -> topics.contains(change.topic()) && change.succeeded()).filter(also).toList();
        return Episodes.groups(changes, SettingActs::pattern).stream().map(group -> finding(evidence, group)).toList();
    }

    private Finding finding(MailboxEvidence evidence, List<SettingChange> changes) {
        SettingChange first = changes.get(0);
        Actor actor = first.actor();
        Reason reason = Reason.text("operation", cut(first.operation()))
                .andText("target", cut(first.target().filter(text -> !text.isBlank()).orElse(UNKNOWN)))
                .andText("actor", cut(actor.user().orElse(UNKNOWN)))
                .andText("ip", actor.ip().map(IpAddress::text).orElse(UNKNOWN))
                .andNumber("count", changes.size());
        return Finding.of(profile, evidence, TimeRange.of(changes), pattern(first), reason, Citation.of(changes));
    }

    private static String pattern(SettingChange change) {
        return cut(change.operation()) + " " + cut(change.target().orElse(""));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
