package org.mimawari.scan;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mimawari.evidence.MailboxAddress;

/** How many mailboxes are not reported on because their domains are not the organisation's. */
final class LeftOut {

    private static final int SHOWN = 5;
    private static final int MOST_DOMAINS = 10_000;

    private final Map<String, Integer> domains = new TreeMap<>();
    private int mailboxes;

    void add(MailboxAddress address) {
        mailboxes++;
        if (domains.size() < MOST_DOMAINS || domains.containsKey(address.domain())) {
            domains.merge(address.domain(), 1, Integer::sum);
        }
    }

    /** {@code 3 (partner.example 2, other.example 1)}; empty where none was left out. */
    Optional<ScanResult.Note> note() {
        if (mailboxes == 0) {
            return Optional.empty();
        }
        String first = domains.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(SHOWN).map(each -> each.getKey() + " " + each.getValue()).collect(Collectors.joining(", "));
        String more = domains.size() > SHOWN ? ", …" : "";
        return Optional.of(new ScanResult.Note("mailboxes-left-out", mailboxes + " (" + first + more + ")"));
    }
}
