package org.mimawari.indicator.rules;

import static org.mimawari.evidence.story.MailboxStory.mailbox;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.evidence.Place;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.RuleCondition;
import org.mimawari.evidence.RuleTrait;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.Examiner;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.Policy;

/** Short words for stories about rules. */
public final class RuleStory {

    public static final Policy POLICY = Policy.forDomains(OwnDomains.of("shop.example"));
    public static final RuleAction DELETE = RuleAction.of(RuleAction.Type.DELETE);
    public static final RuleAction MARK_READ = RuleAction.of(RuleAction.Type.MARK_READ);
    public static final RuleAction TO_RSS = moveTo("RSS フィード");
    public static final Actor OWNER_ABROAD = Actor.user("info@shop.example", Actor.Role.OWNER)
            .from(IpAddress.find("203.0.113.9"), Place.UNKNOWN);

    private RuleStory() {}

    public static MailboxStory story() {
        return mailbox("info@shop.example");
    }

    public static RuleAction moveTo(String folder) {
        return RuleAction.of(RuleAction.Type.MOVE, folder);
    }

    public static RuleAction forwardTo(String... targets) {
        return RuleAction.of(RuleAction.Type.FORWARD, targets);
    }

    public static List<RuleCondition> when(RuleCondition.Field field, String... values) {
        return List.of(RuleCondition.of(field, List.of(values)));
    }

    public static List<RuleCondition> unless(RuleCondition.Field field, String... values) {
        return List.of(new RuleCondition(field, true, List.of(values)));
    }

    public static List<RuleCondition> always() {
        return List.of();
    }

    /** A rule with everything the shorter forms leave out. */
    public static MailboxRule rule(MailboxStory story, String time, String name, Change change,
            List<RuleCondition> conditions, List<RuleAction> actions, RuleTrait... traits) {
        return new MailboxRule(time.isEmpty() ? story.undated() : story.at(time), name, true, conditions, actions, true,
                Set.of(traits), change, time.isEmpty() ? Actor.UNKNOWN : OWNER_ABROAD);
    }

    public static MailboxEvidence snapshot(String name, List<RuleCondition> conditions, RuleAction... actions) {
        return story().hasRule(name, conditions, actions).evidence();
    }

    public static Optional<Finding> only(Indicator indicator, MailboxEvidence evidence) {
        List<Finding> found = indicator.examine(evidence);
        if (found.size() > 1) {
            throw new AssertionError("one finding at most expected, found " + found);
        }
        return found.stream().findFirst();
    }

    /** What is said of an empty mailbox for which this kind of evidence is missing. */
    public static Assessment without(EvidenceKind kind, Indicator indicator) {
        return new Examiner(List.of(indicator)).assess(story().without(kind).evidence()).get(0);
    }
}
