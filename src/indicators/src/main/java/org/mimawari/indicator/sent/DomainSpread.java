package org.mimawari.indicator.sent;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mimawari.indicator.domain.RegistrableDomain;
import org.mimawari.indicator.outgoing.Mailing;

/**
 * Over how many organisations the recipients of a moving window of messages are spread; the window moves forward only.
 * Not safe for several threads.
 */
final class DomainSpread {

    private final List<Mailing> mailings;
    private final Map<String, Integer> inWindow = new HashMap<>();
    private final Map<String, String> registrable = new HashMap<>();
    private int first;
    private int next;

    DomainSpread(List<Mailing> mailings) {
        this.mailings = mailings;
    }

    /** How many domains the messages with positions from to last, both included, went to. */
    int move(int from, int last) {
        while (next <= last) {
            domains(mailings.get(next++)).forEach(domain -> inWindow.merge(domain, 1, Integer::sum));
        }
        while (first < from) {
            domains(mailings.get(first++)).forEach(domain ->
                    inWindow.computeIfPresent(domain, (any, count) -> count == 1 ? null : count - 1));
        }
        return inWindow.size();
    }

    /** How many domains these messages went to. */
    int count(List<Mailing> some) {
        Set<String> all = new HashSet<>();
        some.forEach(mailing -> all.addAll(domains(mailing)));
        return all.size();
    }

    private Set<String> domains(Mailing mailing) {
        Set<String> domains = new HashSet<>();
        mailing.message().to().forEach(address -> domains.add(registrable.computeIfAbsent(
                address.substring(address.lastIndexOf('@') + 1), RegistrableDomain::of)));
        return domains;
    }
}
