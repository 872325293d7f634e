package org.mimawari.indicator.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.indicator.Policy;

/**
 * Finds the addresses outside the organisation in what sources give as a forwarding target: {@code smtp:a@b.example},
 * {@code "Name" [SMTP:a@b.example]}, {@code a@b.example; c@d.example}. A display name never hides the address beside
 * it. Where no own domains are known, only the mailbox's own registrable domain counts as inside.
 */
public final class OutsideTargets {

    private static final int LONGEST = 4_000;
    private static final int MOST = 50;

    private final Policy policy;

    public OutsideTargets(Policy policy) {
        this.policy = policy;
    }

    /** The outside addresses in the text, in its order, at most 50. */
    public List<MailboxAddress> in(String target, Optional<MailboxAddress> mailbox) {
        return addresses(target).stream().filter(address -> isOutside(address, mailbox)).toList();
    }

    public List<MailboxAddress> in(List<String> targets, Optional<MailboxAddress> mailbox) {
        Set<MailboxAddress> found = new LinkedHashSet<>();
        targets.stream().limit(MOST).forEach(target -> found.addAll(in(target, mailbox)));
        return List.copyOf(found);
    }

    public boolean isOutside(MailboxAddress address, Optional<MailboxAddress> mailbox) {
        String domain = address.domain();
        if (domain.isEmpty() || policy.ownDomains().contains(domain)) {
            return false;
        }
        String home = mailbox.map(MailboxAddress::domain).orElse("");
        boolean sameHouse = !home.isEmpty() && !MailProviders.isPublic(home) && (home.equals(domain)
                || policy.ownDomains().isEmpty() && RegistrableDomain.of(home).equals(RegistrableDomain.of(domain)));
        return !sameHouse;
    }

    /** Every address in the text, whatever stands around it. */
    static List<MailboxAddress> addresses(String target) {
        String capped = target.length() <= LONGEST ? target : target.substring(0, LONGEST);
        Set<MailboxAddress> found = new LinkedHashSet<>();
        Arrays.stream(capped.replace("@[", "@").split("[\\s,;<>\\[\\]()\"']+")).filter(token -> token.indexOf('@') > 0)
                .limit(MOST).map(OutsideTargets::withoutScheme).map(MailboxAddress::findFull)
                .flatMap(Optional::stream).forEach(found::add);
        return new ArrayList<>(found);
    }

    private static String withoutScheme(String token) {
        int colon = token.indexOf(':');
        String address = colon > 0 && colon < token.indexOf('@') ? token.substring(colon + 1) : token;
        int query = address.indexOf('?', address.indexOf('@') + 1);
        return query > 0 ? address.substring(0, query) : address;
    }
}
