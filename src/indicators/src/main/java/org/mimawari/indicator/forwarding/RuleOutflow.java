package org.mimawari.indicator.forwarding;

import java.util.ArrayList;
import java.util.List;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.RuleAction;
import org.mimawari.indicator.domain.OutsideTargets;
import org.mimawari.indicator.rules.RuleInventory;
import org.mimawari.indicator.rules.SeenRule;

/**
 * A rule and the outside addresses it sends mail to.
 *
 * @param targets at least one
 */
record RuleOutflow(SeenRule seen, List<MailboxAddress> targets) {

    RuleOutflow {
        targets = List.copyOf(targets);
    }

    /** The rules of a mailbox that send mail outside. */
    static List<RuleOutflow> of(MailboxEvidence evidence, OutsideTargets outside) {
        List<RuleOutflow> found = new ArrayList<>();
        for (SeenRule seen : RuleInventory.of(evidence)) {
            List<String> targets = seen.rule().actions().stream().filter(RuleOutflow::mayLeave)
                    .flatMap(action -> action.targets().stream()).toList();
            List<MailboxAddress> addresses = outside.in(targets, evidence.mailbox());
            if (!addresses.isEmpty()) {
                found.add(new RuleOutflow(seen, addresses));
            }
        }
        return found;
    }

    /** Copying to an address is forwarding by another name; a folder holds no {@code @}. */
    private static boolean mayLeave(RuleAction action) {
        return action.type().sendsAway() || action.type() == RuleAction.Type.COPY
                || action.type() == RuleAction.Type.OTHER;
    }

    List<String> addresses() {
        return targets.stream().map(MailboxAddress::text).toList();
    }
}
