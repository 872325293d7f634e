package org.mimawari.indicator.sent;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.evidence.ReceivedMessage;
import org.mimawari.indicator.domain.LookAlike;
import org.mimawari.indicator.outgoing.Mailing;
import org.mimawari.indicator.outgoing.Outgoing;

/** Since when the mailbox is in touch with an address or a domain; somebody met within the last day does not count. */
final class Acquaintance {

    private static final Duration YESTERDAY = Duration.ofHours(24);
    private static final int CLOSEST = 50;

    private final OwnDomains own;
    private final Map<String, Instant> addresses = new HashMap<>();
    private final Map<String, Instant> domains = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();

    Acquaintance(Outgoing outgoing, OwnDomains own) {
        this.own = own;
        for (Mailing mailing : outgoing.mailings()) {
            mailing.message().to().forEach(address -> meet(address, mailing.time()));
        }
        for (ReceivedMessage received : outgoing.evidence().receivedMessages()) {
            Optional<MailboxAddress> sender = received.from().flatMap(MailboxAddress::find);
            sender.ifPresent(address -> meet(address.text(), received.time().orElse(Instant.MIN)));
        }
    }

    private void meet(String address, Instant time) {
        String domain = address.substring(address.lastIndexOf('@') + 1);
        addresses.merge(address, time, Acquaintance::earlier);
        domains.merge(domain, time, Acquaintance::earlier);
        counts.merge(domain, 1, Integer::sum);
    }

    boolean knows(String address, Instant now) {
        return isBefore(addresses.getOrDefault(address, Instant.MAX), now);
    }

    boolean knowsDomain(String domain, Instant now) {
        return isBefore(domains.getOrDefault(domain, Instant.MAX), now);
    }

    /** The own domain, or one of the partners the mailbox is most in touch with, that this domain imitates. */
    Optional<LookAlike.Match> imitated(String domain, Instant now) {
        Stream<String> closest = counts.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(domain) && knowsDomain(entry.getKey(), now))
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(CLOSEST).map(Map.Entry::getKey);
        List<String> compared = Stream.concat(own.list().stream(), closest).toList();
        return LookAlike.to(compared).find(domain);
    }

    private static boolean isBefore(Instant first, Instant now) {
        return first.isBefore(now.minus(YESTERDAY));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
