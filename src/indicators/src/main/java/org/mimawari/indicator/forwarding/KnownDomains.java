package org.mimawari.indicator.forwarding;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.ReceivedMessage;
import org.mimawari.evidence.SentMessage;
import org.mimawari.indicator.Policy;
import org.mimawari.indicator.domain.LookAlike;

/** The domains a mailbox's owner would not look at twice: the own ones and the fifty it deals with most. */
final class KnownDomains {

    private static final int MOST = 50;
    private static final int OFTEN = 3;

    private KnownDomains() {}

    static LookAlike of(Policy policy, MailboxEvidence evidence) {
        Map<String, Integer> counts = new HashMap<>();
        for (SentMessage sent : evidence.sentMessages()) {
            sent.to().forEach(to -> count(counts, to));
        }
        for (ReceivedMessage received : evidence.receivedMessages()) {
            received.from().ifPresent(from -> count(counts, from));
        }
        Stream<String> partners = counts.entrySet().stream().filter(entry -> entry.getValue() >= OFTEN)
                .sorted(Comparator.comparing((Map.Entry<String, Integer> entry) -> -entry.getValue())
                        .thenComparing(Map.Entry::getKey)).limit(MOST).map(Map.Entry::getKey);
        List<String> own = policy.ownDomains().list();
        Stream<String> home = own.isEmpty() ? evidence.mailbox().map(MailboxAddress::domain).stream() : own.stream();
        return LookAlike.to(Stream.concat(home, partners).toList());
    }

    private static void count(Map<String, Integer> counts, String address) {
        MailboxAddress.findFull(address).ifPresent(full -> counts.merge(full.domain(), 1, Integer::sum));
    }
}
