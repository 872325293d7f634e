package org.mimawari.scan;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxProfile;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.evidence.ReceivedMessage;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.TenantHabits;
import org.mimawari.store.ValueReader;
import org.mimawari.store.ValueWriter;

/**
 * Learns about the whole organisation while evidence streams by: its domains, the countries and exits its people use,
 * aliases. Order-independent; bounded. Not safe for several threads.
 */
final class TenantObserver {

    private static final int MOST_ADDRESSES = 200_000;
    private static final int MOST_WEEKS = 10_000;
    private static final int ENOUGH = 8;
    private static final int MAILBOXES = 3;
    private static final int DAYS = 5;
    private static final double SHARE = 0.05;
    private static final double DOMAIN_SHARE = 0.2;

    /** Who used something, and on which days: enough of both to tell whether it is usual. */
    private static final class Use {

        private final Set<String> mailboxes = new HashSet<>();
        private final long[] days = new long[ENOUGH];
        private int differentDays;
        private String lastMailbox = "";

        void add(String mailbox, int enough) {
            if (!mailbox.equals(lastMailbox) && mailboxes.size() < enough) {
                mailboxes.add(mailbox);
                lastMailbox = mailbox;
            }
        }

        void add(long day) {
            for (int i = 0; i < differentDays; i++) {
                if (days[i] == day) {
                    return;
                }
            }
            if (differentDays < ENOUGH) {
                days[differentDays++] = day;
            }
        }

        boolean isUsual(int atLeast) {
            return mailboxes.size() >= atLeast && differentDays >= DAYS;
        }

        void write(ValueWriter out) {
            out.each(mailboxes, out::text).number(differentDays);
            for (int i = 0; i < differentDays; i++) {
                out.number(days[i]);
            }
        }

        static Use read(ValueReader in) {
            Use use = new Use();
            in.each(() -> use.mailboxes.add(in.text()));
            long different = in.number();
            for (int i = 0; i < different; i++) {
                use.add(in.number());
            }
            return use;
        }
    }

    private final Map<String, Use> countries = new HashMap<>();
    private final Map<IpAddress, Use> addresses = new HashMap<>();
    private final Map<Long, Use> networks = new HashMap<>();
    private final Set<Long> weeks = new HashSet<>();
    private final Map<String, Set<String>> domains = new HashMap<>();
    private final Set<String> signedIn = new HashSet<>();
    /** Addresses that were already counted among the domains. */
    private final Set<MailboxAddress> owned = new HashSet<>();
    private final RecentMailboxes lately = new RecentMailboxes();
    private final RecentMailboxes latelySignedIn = new RecentMailboxes();
    private final Map<MailboxAddress, MailboxAddress> aliases = new HashMap<>();

    void observe(Evidence evidence) {
        if (evidence.mailbox().isEmpty()) {
            return;
        }
        if (evidence instanceof SignIn signIn) {
            if (signIn.succeeded()) {
                observe(signIn, evidence.mailbox().get());
                own(evidence.mailbox().get());
            }
            return;
        }
        if (owns(evidence)) {
            own(evidence.mailbox().get());
        }
        if (evidence instanceof MailboxProfile profile) {
            profile.aliases().forEach(alias -> learn(aliases, alias, evidence.mailbox().get()));
        }
    }

    /**
     * True for evidence that only a mailbox of the organisation leaves: mail comes to anybody, and anybody is
     * guessed.
     */
    static boolean owns(Evidence evidence) {
        return evidence instanceof SignIn signIn ? signIn.succeeded() : !(evidence instanceof ReceivedMessage);
    }

    /** Two mailboxes that claim the same alias leave it to the one first in the alphabet, whatever came first. */
    static void learn(Map<MailboxAddress, MailboxAddress> aliases, MailboxAddress alias, MailboxAddress mailbox) {
        if (!alias.equals(mailbox) && (aliases.size() < MOST_ADDRESSES || aliases.containsKey(alias))) {
            aliases.merge(alias, mailbox, (one, other) -> one.compareTo(other) <= 0 ? one : other);
        }
    }

    /** Knows no aliases but those that these sources show. */
    void relearnAliases(Collection<SourceFacts> sources) {
        aliases.clear();
        sources.forEach(source -> source.aliases().forEach((alias, mailbox) -> learn(aliases, alias, mailbox)));
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
                .filter(entry -> entry.getValue().isUsual(Math.max(MAILBOXES, (int) (everybody * SHARE))))
                .map(Map.Entry::getKey).collect(Collectors.toSet());
        Set<IpAddress> egress = addresses.entrySet().stream()
                .filter(entry -> entry.getValue().isUsual(sharedBy(everybody)))
                .map(Map.Entry::getKey).collect(Collectors.toSet());
        Set<Long> usualNetworks = networks.entrySet().stream()
                .filter(entry -> entry.getValue().isUsual(MAILBOXES))
                .map(Map.Entry::getKey).collect(Collectors.toSet());
        return new TenantHabits(usualCountries, egress, everybody, usualNetworks, weeks);
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

    private void observe(SignIn signIn, MailboxAddress address) {
        String mailbox = address.text();
        if (!latelySignedIn.isRemembered(address) && signedIn.size() < MOST_ADDRESSES) {
            signedIn.add(mailbox);
            latelySignedIn.remember(address);
        }
        if (weeks.size() < MOST_WEEKS) {
            signIn.time().map(TenantHabits::week).ifPresent(weeks::add);
        }
        long day = signIn.time().isPresent() ? signIn.time().get().getEpochSecond() / 86_400 : 0;
        if (signIn.place().country().isPresent()) {
            used(countries, signIn.place().country().get(), mailbox, day, Integer.MAX_VALUE);
        }
        if (signIn.ip().isPresent()) {
            used(addresses, signIn.ip().get(), mailbox, day, ENOUGH);
        }
        if (signIn.place().network().isPresent()) {
            used(networks, signIn.place().network().get(), mailbox, day, ENOUGH);
        }
    }

    private static <K> void used(Map<K, Use> uses, K key, String mailbox, long day, int enough) {
        if (uses.size() >= MOST_ADDRESSES && !uses.containsKey(key)) {
            return;
        }
        Use use = uses.computeIfAbsent(key, any -> new Use());
        use.add(mailbox, Math.min(enough, MOST_ADDRESSES));
        use.add(day);
    }

    private void own(MailboxAddress address) {
        if (lately.isRemembered(address) || owned.contains(address)) {
            return;
        }
        lately.remember(address);
        if (owned.size() < MOST_ADDRESSES) {
            owned.add(address);
        }
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

    /** Takes what another one learnt from other evidence: in whatever order, as if this one had seen that too. */
    void add(TenantObserver other) {
        add(other.countries, countries, Integer.MAX_VALUE);
        add(other.addresses, addresses, ENOUGH);
        add(other.networks, networks, ENOUGH);
        other.weeks.stream().filter(any -> weeks.size() < MOST_WEEKS).forEach(weeks::add);
        other.signedIn.stream().filter(any -> signedIn.size() < MOST_ADDRESSES).forEach(signedIn::add);
        other.domains.forEach((domain, locals) -> {
            if (domains.size() < MOST_ADDRESSES || domains.containsKey(domain)) {
                Set<String> known = domains.computeIfAbsent(domain, any -> new HashSet<>());
                locals.stream().filter(any -> known.size() < MOST_ADDRESSES).forEach(known::add);
            }
        });
        other.aliases.forEach((alias, mailbox) -> learn(aliases, alias, mailbox));
    }

    private static <K> void add(Map<K, Use> more, Map<K, Use> known, int enough) {
        more.forEach((key, use) -> {
            use.mailboxes.forEach(mailbox -> used(known, key, mailbox, use.days[0], enough));
            if (known.containsKey(key)) {
                Arrays.stream(use.days, 0, use.differentDays).forEach(known.get(key)::add);
            }
        });
    }

    /** What was learnt, to go on learning from in a later round. */
    byte[] write() {
        ValueWriter out = new ValueWriter();
        write(out, countries, out::text);
        write(out, addresses, address -> out.text(address.text()));
        write(out, networks, out::number);
        out.each(weeks, out::number).each(signedIn, out::text);
        out.each(domains.entrySet(), each -> out.text(each.getKey()).each(each.getValue(), out::text));
        out.each(aliases.entrySet(), each -> out.text(each.getKey().text()).text(each.getValue().text()));
        return out.take();
    }

    private static <K> void write(ValueWriter out, Map<K, Use> uses, Consumer<K> key) {
        out.each(uses.entrySet(), each -> {
            key.accept(each.getKey());
            each.getValue().write(out);
        });
    }

    static TenantObserver read(byte[] bytes) {
        ValueReader in = new ValueReader(bytes);
        TenantObserver observer = new TenantObserver();
        in.each(() -> observer.countries.put(in.text(), Use.read(in)));
        in.each(() -> observer.addresses.put(new IpAddress(in.text()), Use.read(in)));
        in.each(() -> observer.networks.put(in.number(), Use.read(in)));
        in.each(() -> observer.weeks.add(in.number()));
        in.each(() -> observer.signedIn.add(in.text()));
        in.each(() -> observer.domains.put(in.text(), new HashSet<>(in.each(in::text))));
        in.each(() -> observer.aliases.put(new MailboxAddress(in.text()), new MailboxAddress(in.text())));
        return observer;
    }
}
