package org.mimawari.scan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxProfile;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.evidence.ReceivedMessage;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.TenantHabits;

/**
 * Learns about the whole organisation while evidence streams by: its domains, the countries and exits its people use,
 * aliases. Order-independent; bounded. Not safe for several threads.
 */
final class TenantObserver {

    private static final int MOST_ADDRESSES = 200_000;
    private static final int ENOUGH = 8;
    private static final int MAILBOXES = 3;
    private static final int DAYS = 5;
    private static final double SHARE = 0.05;
    private static final double DOMAIN_SHARE = 0.2;

    /** Who used something, and on which days. */
    private static final class Use {
        private final Set<String> mailboxes = new HashSet<>();
        private final Set<Long> days = new HashSet<>();
    }

    private final Map<String, Use> countries = new HashMap<>();
    private final Map<IpAddress, Use> addresses = new HashMap<>();
    private final Map<Long, Use> networks = new HashMap<>();
    private final Map<String, Set<String>> domains = new HashMap<>();
    private final Set<String> signedIn = new HashSet<>();
    private final Map<MailboxAddress, MailboxAddress> aliases = new HashMap<>();

    void observe(Evidence evidence) {
        if (evidence.mailbox().isEmpty()) {
            return;
        }
        String mailbox = evidence.mailbox().get().text();
        if (evidence instanceof SignIn signIn) {
            if (signIn.succeeded()) {
                observe(signIn, mailbox);
                own(evidence.mailbox().get());
            }
        } else if (evidence instanceof MailboxProfile profile) {
            own(evidence.mailbox().get());
            profile.aliases().forEach(alias -> learn(alias, evidence.mailbox().get()));
        } else if (!(evidence instanceof ReceivedMessage)) {
            own(evidence.mailbox().get());
        }
    }

    /** Two mailboxes that claim the same alias leave it to the one first in the alphabet, whatever came first. */
    private void learn(MailboxAddress alias, MailboxAddress mailbox) {
        if (!alias.equals(mailbox) && (aliases.size() < MOST_ADDRESSES || aliases.containsKey(alias))) {
            aliases.merge(alias, mailbox, (one, other) -> one.compareTo(other) <= 0 ? one : other);
        }
    }

    /** Other names of mailboxes under which evidence was seen, and those the operator gave, which go first. */
    Map<MailboxAddress, MailboxAddress> aliases(Map<MailboxAddress, MailboxAddress> given) {
        Map<MailboxAddress, MailboxAddress> all = new HashMap<>();
        aliases.forEach((alias, mailbox) -> {
            if (domains.getOrDefault(alias.domain(), Set.of()).contains(alias.localPart()) && !aliases.containsKey(mailbox)) {
                all.put(alias, mailbox);
            }
        });
        all.putAll(given);
        return all;
    }

    TenantHabits habits() {
        int everybody = signedIn.size();
        Set<String> usualCountries = countries.entrySet().stream()
                .filter(entry -> isUsual(entry.getValue(), Math.max(MAILBOXES, (int) (everybody * SHARE))))
                .map(Map.Entry::getKey).collect(Collectors.toSet());
        Set<IpAddress> egress = addresses.entrySet().stream()
                .filter(entry -> isUsual(entry.getValue(), sharedBy(everybody)))
                .map(Map.Entry::getKey).collect(Collectors.toSet());
        Set<Long> usualNetworks = networks.entrySet().stream()
                .filter(entry -> isUsual(entry.getValue(), MAILBOXES))
                .map(Map.Entry::getKey).collect(Collectors.toSet());
        return new TenantHabits(usualCountries, egress, everybody, usualNetworks);
    }

    /** An exit serves a tenth of the mailboxes: an intruder in three of fifty must not become one. */
    private static int sharedBy(int everybody) {
        return Math.min(ENOUGH, Math.max(MAILBOXES, everybody / 10));
    }

    /** Domains to which at least a fifth of the mailboxes belong; none where there are no full addresses. */
    OwnDomains inferredDomains() {
        int all = domains.values().stream().mapToInt(Set::size).sum();
        return new OwnDomains(domains.entrySet().stream()
                .filter(entry -> entry.getValue().size() >= all * DOMAIN_SHARE)
                .map(Map.Entry::getKey).collect(Collectors.toSet()));
    }

    private void observe(SignIn signIn, String mailbox) {
        if (signedIn.size() < MOST_ADDRESSES) {
            signedIn.add(mailbox);
        }
        long day = signIn.time().map(time -> time.getEpochSecond() / 86_400).orElse(0L);
        signIn.place().country().ifPresent(country -> used(countries, country, mailbox, day, Integer.MAX_VALUE));
        signIn.ip().ifPresent(ip -> used(addresses, ip, mailbox, day, ENOUGH));
        signIn.place().network().ifPresent(network -> used(networks, network, mailbox, day, ENOUGH));
    }

    private static <K> void used(Map<K, Use> uses, K key, String mailbox, long day, int enough) {
        if (uses.size() >= MOST_ADDRESSES && !uses.containsKey(key)) {
            return;
        }
        Use use = uses.computeIfAbsent(key, any -> new Use());
        if (use.mailboxes.size() < Math.min(enough, MOST_ADDRESSES)) {
            use.mailboxes.add(mailbox);
        }
        if (use.days.size() < ENOUGH) {
            use.days.add(day);
        }
    }

    private static boolean isUsual(Use use, int mailboxes) {
        return use.mailboxes.size() >= mailboxes && use.days.size() >= DAYS;
    }

    private void own(MailboxAddress address) {
        if (address.domain().isEmpty() || address.text().contains("#ext#")) {
            return;
        }
        if (domains.size() < MOST_ADDRESSES || domains.containsKey(address.domain())) {
            Set<String> locals = domains.computeIfAbsent(address.domain(), any -> new HashSet<>());
            if (locals.size() < MOST_ADDRESSES) {
                locals.add(address.localPart());
            }
        }
    }
}
