package org.mimawari.indicator.rules;

import java.util.List;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.RuleAction;

/** How far a rule keeps messages from the owner's eyes; the farthest last. */
public enum Hiding {
    NOTHING,
    /** Into the archive, or past the inbox without a label. */
    ARCHIVED,
    /** Into a folder nobody looks into. */
    UNSEEN,
    /** Deleted, discarded or rejected. */
    DESTROYED;

    public boolean hides() {
        return this != NOTHING;
    }

    /** True where the owner will not come across the message by chance. */
    public boolean isComplete() {
        return this == UNSEEN || this == DESTROYED;
    }

    /** True where what hides the messages is a folder that is known by its id only. */
    static boolean isGuessed(MailboxRule rule) {
        return of(rule) == ARCHIVED && rule.actions().stream().filter(action -> action.type() == RuleAction.Type.MOVE)
                .flatMap(action -> action.targets().stream()).anyMatch(each -> Whereabouts.of(each) == Whereabouts.UNKNOWN);
    }

    public static Hiding of(MailboxRule rule) {
        Hiding most = NOTHING;
        for (RuleAction action : rule.actions()) {
            Hiding each = of(action, rule);
            most = each.compareTo(most) > 0 ? each : most;
        }
        return most;
    }

    private static Hiding of(RuleAction action, MailboxRule rule) {
        return switch (action.type()) {
            case DELETE, PERMANENT_DELETE, REJECT -> DESTROYED;
            case DISCARD -> isStored(rule) ? NOTHING : DESTROYED;
            case MOVE -> into(action.targets(), rule);
            // Gmail: past the inbox with a label is how people sort; without one it is out of sight.
            case SKIP_INBOX -> isLabelled(rule) ? NOTHING : ARCHIVED;
            default -> NOTHING;
        };
    }

    private static Hiding into(List<String> folders, MailboxRule rule) {
        Hiding most = NOTHING;
        for (String folder : folders) {
            Hiding each = switch (Whereabouts.of(folder)) {
                case UNSEEN -> UNSEEN;
                case ARCHIVE -> ARCHIVED;
                // Most folders are for sorting; what is marked as read on the way there is not for reading.
                case UNKNOWN -> rule.does(RuleAction.Type.MARK_READ) ? ARCHIVED : NOTHING;
                case PLAIN -> NOTHING;
            };
            most = each.compareTo(most) > 0 ? each : most;
        }
        return most;
    }

    /** RFC 5228 section 4.4: discard only cancels the implicit keep; what was kept or filed stays. */
    private static boolean isStored(MailboxRule rule) {
        return rule.does(RuleAction.Type.KEEP) || rule.does(RuleAction.Type.MOVE) || rule.does(RuleAction.Type.COPY);
    }

    private static boolean isLabelled(MailboxRule rule) {
        return rule.actions().stream()
                .filter(action -> action.type() == RuleAction.Type.MOVE || action.type() == RuleAction.Type.COPY)
                .flatMap(action -> action.targets().stream())
                .anyMatch(label -> Whereabouts.of(label) == Whereabouts.PLAIN);
    }
}
