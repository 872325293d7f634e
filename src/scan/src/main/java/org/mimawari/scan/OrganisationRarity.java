package org.mimawari.scan;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Multiplier;

/**
 * What many mailboxes have in common is more likely an administrator's template than an intruder's work: a rule,
 * forwarding or grant that the same pattern shows in at least ten mailboxes counts ×0.3 from 5 % of all mailboxes and
 * nothing from 20 %; so does a service that reads them all, such as a backup, which has a finding of its own. Ten is
 * asked for so that an attack on a small organisation is not excused.
 */
final class OrganisationRarity {

    private static final int AT_LEAST = 10;
    private static final double COMMON = 0.05;
    private static final double USUAL = 0.20;
    private static final Set<Family> FAMILIES = Set.of(Family.RULES, Family.FORWARDING, Family.ACCESS);

    private final Collection<JudgedMailbox> mailboxes;
    private final Map<String, Integer> counts = new HashMap<>();
    private final int all;

    OrganisationRarity(Collection<JudgedMailbox> mailboxes) {
        this.mailboxes = mailboxes;
        this.all = (int) mailboxes.stream().filter(JudgedMailbox::isReported).count();
        mailboxes.stream().filter(JudgedMailbox::isReported).forEach(mailbox -> mailbox.findings().stream()
                .map(OrganisationRarity::key).distinct().forEach(key -> counts.merge(key, 1, Integer::sum)));
    }

    void apply() {
        mailboxes.forEach(mailbox -> mailbox.replaceAll(this::weighed));
    }

    private Finding weighed(Finding finding) {
        int same = counts.getOrDefault(key(finding), 0);
        if (same < AT_LEAST || !isTemplate(finding)) {
            return finding;
        }
        double share = (double) same / all;
        if (share >= USUAL) {
            return finding.times(Multiplier.modifier("usual-in-organisation", 0));
        }
        return share >= COMMON ? finding.times(Multiplier.modifier("common-in-organisation", 0.3)) : finding;
    }

    private static boolean isTemplate(Finding finding) {
        return FAMILIES.contains(finding.indicator().family()) || finding.pattern().startsWith(Finding.SERVICE);
    }

    private static String key(Finding finding) {
        return finding.indicator().id() + "\u0000" + finding.pattern();
    }
}
