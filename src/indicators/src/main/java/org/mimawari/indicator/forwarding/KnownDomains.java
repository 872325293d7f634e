package org.mimawari.indicator.forwarding;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    /** An intruder writes to his victims in one go; what that teaches, the owner does not know. */
    private static final int DAYS = 2;

    /** How often, and on which days, a domain was dealt with; more than the first days are not kept. */
    private static final class Dealings {
        private int messages;
        private final Set<Long> days = new HashSet<>();

        private void add(Optional<Instant> time) {
            messages++;
            if (days.size() < DAYS) {
                time.ifPresent(when -> days.add(when.getEpochSecond() / 86_400));
            }
        }

        private boolean isUsual() {
            return messages >= OFTEN && days.size() >= DAYS;
        }
    }

    private KnownDomains() {}

    static LookAlike of(Policy policy, MailboxEvidence evidence) {
        Map<String, Dealings> counts = new HashMap<>();
        for (SentMessage sent : evidence.sentMessages()) {
            sent.to().forEach(to -> count(counts, to, sent.time()));
        }
        for (ReceivedMessage received : evidence.receivedMessages()) {
            received.from().ifPresent(from -> count(counts, from, received.time()));
        }
        Stream<String> partners = counts.entrySet().stream().filter(entry -> entry.getValue().isUsual())
                .sorted(Comparator.comparing((Map.Entry<String, Dealings> entry) -> -entry.getValue().messages)
                        .thenComparing(Map.Entry::getKey)).limit(MOST).map(Map.Entry::getKey);
        List<String> own = policy.ownDomains().list();
        Stream<String> home = own.isEmpty() ? evidence.mailbox().map(MailboxAddress::domain).stream() : own.stream();
        return LookAlike.to(Stream.concat(home, partners).toList());
    }

    private static void count(Map<String, Dealings> counts, String address, Optional<Instant> time) {
        MailboxAddress.findFull(address)
                .ifPresent(full -> counts.computeIfAbsent(full.domain(), any -> new Dealings()).add(time));
    }
}
