package org.mimawari.indicator.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.indicator.Policy;
import org.mimawari.indicator.words.ExactWords;
import org.mimawari.indicator.words.Folding;

/** Those who warn people about break-ins: known senders, and the organisation's own help desk. */
final class SecuritySenders {

    private static final ExactWords LISTED = ExactWords.load("security-senders");
    private static final Set<String> OWN_ONLY = Set.of("it", "it-team", "itteam", "admin", "administrator", "support",
            "sysadmin", "system", "dx", "joho-system", "information-security");

    private final OwnDomains own;
    private final OwnDomains helpdeskDomains;
    private final Set<String> helpdesk;

    SecuritySenders(Policy policy) {
        this.own = policy.ownDomains();
        this.helpdesk = policy.helpdesk().stream().map(Folding::fold).collect(Collectors.toSet());
        this.helpdeskDomains = new OwnDomains(helpdesk.stream().filter(each -> !each.contains("@"))
                .collect(Collectors.toSet()));
    }

    /** True where the text, an address, a start or a part of one, names such a sender. */
    boolean contains(String text) {
        String sender = Folding.fold(text);
        int at = sender.lastIndexOf('@');
        String local = at < 0 ? "" : sender.substring(0, at);
        String domain = at < 0 ? sender : sender.substring(at + 1);
        if (helpdesk.contains(sender) || !domain.isEmpty() && helpdeskDomains.contains(domain)) {
            return true;
        }
        if (!local.isEmpty() && OWN_ONLY.contains(local) && own.contains(domain)) {
            return true;
        }
        return domain.indexOf('.') > 0 && LISTED.containsDomain(domain) || isListedStart(sender, at);
    }

    /** The senders of a Gmail query that are such. */
    List<String> inQuery(String query) {
        return Arrays.stream(query.split("[\\s(){}\"]+|(?<=from:)")).filter(term -> term.indexOf('.') > 0
                || term.indexOf('@') > 0).filter(this::contains).toList();
    }

    private static boolean isListedStart(String sender, int at) {
        return at > 0 && LISTED.list().stream().filter(entry -> entry.indexOf('@') > 0).anyMatch(sender::startsWith);
    }
}
