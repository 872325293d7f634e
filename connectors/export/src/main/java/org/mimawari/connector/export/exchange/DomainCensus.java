package org.mimawari.connector.export.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.OwnDomains;

/**
 * Finds the organisation's own domains where the operator named none. Rows that say which way they went settle it.
 * Otherwise: an organisation's trace shows only mail from or to itself, so the few domains that are on one side of
 * nearly every row are its own. Looks at the first 50,000 pairs of domains.
 */
final class DomainCensus {

    private static final int MOST_PAIRS = 50_000;
    private static final int MOST_DOMAINS = 20;
    private static final double NEARLY_ALL = 0.98;
    private static final double LEAST = 0.02;

    private record Pair(String sender, String recipient) {
        boolean has(String domain) {
            return sender.equals(domain) || recipient.equals(domain);
        }
    }

    private final Map<Pair, Long> pairs = new HashMap<>();
    private final Set<String> told = new TreeSet<>();

    void add(TraceRow row) {
        String sender = row.sender().map(MailboxAddress::domain).orElse("");
        if (row.incoming().filter(in -> !in).isPresent() && told.size() < MOST_DOMAINS && !sender.isEmpty()) {
            told.add(sender);
        }
        Set<String> recipients = new LinkedHashSet<>();
        row.recipients().forEach(recipient -> recipients.add(domain(recipient.address())));
        for (String recipient : recipients) {
            Pair pair = new Pair(sender, recipient);
            if (pairs.size() < MOST_PAIRS || pairs.containsKey(pair)) {
                pairs.merge(pair, 1L, Long::sum);
            }
        }
    }

    OwnDomains own() {
        return new OwnDomains(told.isEmpty() ? covering() : told);
    }

    /** Takes the domain with most rows, then the next among the rows left, until nearly all rows have one. */
    private Set<String> covering() {
        List<Map.Entry<Pair, Long>> left = new ArrayList<>(pairs.entrySet());
        long all = sum(left);
        Set<String> own = new TreeSet<>();
        while (own.size() < MOST_DOMAINS && sum(left) > all * (1 - NEARLY_ALL)) {
            String best = most(left);
            long rows = left.stream().filter(each -> each.getKey().has(best)).mapToLong(Map.Entry::getValue).sum();
            if (best.isEmpty() || rows < all * LEAST) {
                break;
            }
            own.add(best);
            left.removeIf(each -> each.getKey().has(best));
        }
        return own;
    }

    private static String most(List<Map.Entry<Pair, Long>> pairs) {
        Map<String, Long> rows = new TreeMap<>();
        for (Map.Entry<Pair, Long> pair : pairs) {
            rows.merge(pair.getKey().sender(), pair.getValue(), Long::sum);
            if (!pair.getKey().recipient().equals(pair.getKey().sender())) {
                rows.merge(pair.getKey().recipient(), pair.getValue(), Long::sum);
            }
        }
        rows.remove("");
        String best = "";
        for (Map.Entry<String, Long> each : rows.entrySet()) {
            best = each.getValue() > rows.getOrDefault(best, 0L) ? each.getKey() : best;
        }
        return best;
    }

    private static long sum(List<Map.Entry<Pair, Long>> pairs) {
        return pairs.stream().mapToLong(Map.Entry::getValue).sum();
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }
}
