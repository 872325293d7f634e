package org.mimawari.indicator.forwarding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.ReceivedMessage;
import org.mimawari.evidence.SentMessage;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Multiplier;
import org.mimawari.indicator.Policy;
import org.mimawari.indicator.domain.MailProviders;
import org.mimawari.indicator.rules.RuleFindings;

/**
 * The factors that depend on where mail of one mailbox flows to: approved, a freemail address, a mobile carrier, a
 * domain the mailbox never dealt with. Not safe for several threads.
 */
final class Outflow {

    private static final Multiplier FREEMAIL = Multiplier.modifier("freemail", 1.2);
    private static final Multiplier CARRIER = Multiplier.modifier("carrier-mail", 0.8);
    private static final Multiplier NEW_DOMAIN = Multiplier.modifier("new-domain", 1.25);
    private static final int ENOUGH_MAIL = 20;

    private final Policy policy;
    private final MailboxEvidence evidence;
    private final Set<String> dealtWith = new HashSet<>();
    private boolean learned;

    Outflow(Policy policy, MailboxEvidence evidence) {
        this.policy = policy;
        this.evidence = evidence;
    }

    Finding weighed(Finding finding, List<MailboxAddress> targets) {
        return RuleFindings.settled(finding.times(factors(targets)));
    }

    /** Targets without an approval decide; where all are approved the finding counts for nothing. */
    List<Multiplier> factors(List<MailboxAddress> targets) {
        List<MailboxAddress> open = targets.stream().filter(target -> !policy.approvesTarget(target.text())).toList();
        if (open.isEmpty()) {
            return targets.isEmpty() ? List.of() : List.of(Multiplier.APPROVED);
        }
        List<Multiplier> factors = new ArrayList<>();
        if (open.stream().anyMatch(target -> MailProviders.isFreemail(target.domain()))) {
            factors.add(FREEMAIL);
        } else if (open.stream().allMatch(target -> MailProviders.isCarrier(target.domain()))) {
            factors.add(CARRIER);
        } else if (open.stream().anyMatch(target -> isNew(target.domain()))) {
            factors.add(NEW_DOMAIN);
        }
        return factors;
    }

    /** Only a mailbox with some mail in the evidence can say that it never dealt with a domain. */
    private boolean isNew(String domain) {
        if (!learned) {
            learn();
            learned = true;
        }
        boolean knowsMail = evidence.sentMessages().size() + evidence.receivedMessages().size() >= ENOUGH_MAIL;
        return knowsMail && !dealtWith.contains(domain);
    }

    private void learn() {
        for (SentMessage sent : evidence.sentMessages()) {
            sent.to().forEach(this::learn);
        }
        for (ReceivedMessage received : evidence.receivedMessages()) {
            received.from().ifPresent(this::learn);
        }
    }

    private void learn(String address) {
        MailboxAddress.findFull(address).ifPresent(full -> dealtWith.add(full.domain()));
    }

    static boolean isUndated(List<? extends Evidence> sightings) {
        return sightings.stream().allMatch(each -> each.time().isEmpty());
    }
}
