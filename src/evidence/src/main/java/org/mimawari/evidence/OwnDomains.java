package org.mimawari.evidence;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The organisation's own mail domains. A domain is own where it equals one of them or lies below one, compared label by
 * label: {@code mail.example.jp} belongs to {@code example.jp}, {@code evilexample.jp} does not.
 */
public final class OwnDomains {

    private final Set<String> domains;

    public OwnDomains(Set<String> domains) {
        this.domains = domains.stream().map(OwnDomains::normalised).filter(d -> !d.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public static OwnDomains of(String... domains) {
        return new OwnDomains(Set.of(domains));
    }

    public boolean contains(String domain) {
        String rest = normalised(domain);
        while (!rest.isEmpty()) {
            if (domains.contains(rest)) {
                return true;
            }
            int dot = rest.indexOf('.');
            rest = dot < 0 ? "" : rest.substring(dot + 1);
        }
        return false;
    }

    public boolean contains(MailboxAddress address) {
        return contains(address.domain());
    }

    /** True where the text holds an address with a domain that is not own. A text without a domain is not foreign. */
    public boolean isForeign(String address) {
        return MailboxAddress.find(address).map(MailboxAddress::domain)
                .filter(domain -> !domain.isEmpty() && !contains(domain)).isPresent();
    }

    public boolean isEmpty() {
        return domains.isEmpty();
    }

    /** The domains in alphabetical order. */
    public List<String> list() {
        return List.copyOf(domains);
    }

    private static String normalised(String domain) {
        String lower = domain.strip().toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
