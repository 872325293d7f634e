package org.mimawari.connector.export.script;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.AutoReply;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.Origin;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.RuleCondition;
import org.mimawari.evidence.RuleTrait;

/**
 * Whose filter file it is and where it lies.
 *
 * @param name what rules in it are called where they have no name of their own
 */
record FilterOrigin(Optional<MailboxAddress> mailbox, String source, String name) {

    MailboxRule rule(int line, String ruleName, List<RuleCondition> conditions, List<RuleAction> actions,
            Set<RuleTrait> traits) {
        return new MailboxRule(origin(line), ruleName, true, conditions, actions, true, traits, Change.PRESENT, Actor.UNKNOWN);
    }

    /** Something that takes part in filtering and cannot be seen from here. */
    MailboxRule unseen(int line, String what, Set<RuleTrait> traits) {
        return new MailboxRule(origin(line), what, true, List.of(), List.of(), false, traits, Change.PRESENT, Actor.UNKNOWN);
    }

    AutoReply reply(int line, Optional<String> subject, Optional<String> text) {
        return new AutoReply(origin(line), true, subject, text, true, Optional.empty(), Change.PRESENT, Actor.UNKNOWN);
    }

    /** True for the mailbox's own name, with or without its domain; where the mailbox is not known, for any bare name. */
    boolean isOwn(String address) {
        String bare = address.startsWith("\\") ? address.substring(1) : address;
        return mailbox.map(own -> bare.equalsIgnoreCase(own.text()) || bare.equalsIgnoreCase(own.localPart()))
                .orElse(bare.indexOf('@') < 0);
    }

    private Origin origin(int line) {
        return new Origin(mailbox, Optional.empty(), EvidenceRef.line(source, line));
    }
}
