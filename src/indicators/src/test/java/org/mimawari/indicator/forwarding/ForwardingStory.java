package org.mimawari.indicator.forwarding;

import java.util.List;
import java.util.Optional;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.ForwardingSetting;
import org.mimawari.evidence.MailFlowRule;
import org.mimawari.evidence.Origin;
import org.mimawari.evidence.Parameter;
import org.mimawari.evidence.SendAsAddress;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.rules.RuleStory;

/** Short words for stories about forwarding and identities. */
final class ForwardingStory {

    private ForwardingStory() {}

    static MailboxStory isForwarded(MailboxStory story, String target, boolean keepsCopy, boolean enabled) {
        return story.with(new ForwardingSetting(story.undated(), target, "ForwardingSmtpAddress",
                Optional.of(keepsCopy),
                enabled, true, Change.PRESENT, Actor.UNKNOWN));
    }

    static MailboxStory waits(MailboxStory story, String target) {
        return story.with(new ForwardingSetting(story.undated(), target, "forwardingAddresses", Optional.empty(), false,
                false, Change.PRESENT, Actor.UNKNOWN));
    }

    static MailboxStory sendsAs(MailboxStory story, String address, String replyTo) {
        return story.with(new SendAsAddress(story.undated(), address, Optional.empty(),
                Optional.of(replyTo).filter(text -> !text.isEmpty()), Optional.empty(), true, Change.PRESENT,
                        Actor.UNKNOWN));
    }

    /** A mail-flow setting; with a time it was made then, without one it was found. */
    static MailboxStory routes(MailboxStory story, String time, MailFlowRule.Type type, List<String> targets,
            Parameter... parameters) {
        Origin origin = time.isEmpty() ? story.undated() : story.at(time);
        return story.with(new MailFlowRule(origin, type, "Copy", true, targets, List.of(parameters),
                time.isEmpty() ? Change.PRESENT : Change.ADDED,
                        time.isEmpty() ? Actor.UNKNOWN : RuleStory.OWNER_ABROAD));
    }
}
