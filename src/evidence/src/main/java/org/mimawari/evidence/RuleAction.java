package org.mimawari.evidence;

import java.util.List;

/**
 * What a rule does.
 *
 * @param targets addresses for forwarding actions, folders for moves; empty for the rest
 */
public record RuleAction(Type type, List<String> targets) {

    /** The closed set of actions; what a source can do beyond them is {@code OTHER}. */
    public enum Type {
        REDIRECT, FORWARD, FORWARD_AS_ATTACHMENT, MOVE, COPY, DELETE, PERMANENT_DELETE, DISCARD, REJECT, MARK_READ,
        SKIP_INBOX, NEVER_SPAM, FLAG, REPLY, NOTIFY, EXECUTE, KEEP, STOP, OTHER;

        /** True where a copy of the message leaves for the action's targets. */
        public boolean sendsAway() {
            return this == REDIRECT || this == FORWARD || this == FORWARD_AS_ATTACHMENT || this == NOTIFY;
        }

        /** True where the owner will not find the message again. */
        public boolean destroys() {
            return this == DELETE || this == PERMANENT_DELETE || this == DISCARD || this == REJECT;
        }
    }

    public RuleAction {
        targets = List.copyOf(targets);
    }

    public static RuleAction of(Type type, String... targets) {
        return new RuleAction(type, List.of(targets));
    }
}
