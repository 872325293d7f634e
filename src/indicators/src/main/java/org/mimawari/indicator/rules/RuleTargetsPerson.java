package org.mimawari.indicator.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.ReceivedMessage;
import org.mimawari.evidence.RuleCondition.Field;
import org.mimawari.evidence.SentMessage;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Policy;
import org.mimawari.indicator.Reason;
import org.mimawari.indicator.words.Dictionary;

/**
 * A rule hides the mail of one to three people who matter in a payment fraud: colleagues in accounting or management,
 * or partners with whom money is being discussed (ATT&amp;CK T1564.008).
 */
public final class RuleTargetsPerson implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("rules-targeted-person", Family.RULES,
            AttackStage.HIDING, Level.MEDIUM, 45, 0.65, List.of("T1564.008"), Set.of(EvidenceKind.MAILBOX_RULE));
    private static final Gravity COLLEAGUE = new Gravity(Level.LOW, 30, 0.55);
    private static final int MOST_PEOPLE = 3;
    private static final Set<String> KEY_ROLES = Set.of("keiri", "zaimu", "kaikei", "soumu", "jinji", "shacho",
            "shachou", "yakuin", "kaicho", "keiei", "finance", "accounting", "accounts", "account", "ap", "ar",
            "billing", "payroll", "payments", "treasury", "cfo", "ceo", "coo", "president", "chairman", "director",
                    "legal", "hr",
            "houmu", "kyuyo", "seikyu", "it", "helpdesk", "admin", "security");

    private final Policy policy;

    public RuleTargetsPerson(Policy policy) {
        this.policy = policy;
    }

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        RuleFindings findings = RuleFindings.of(PROFILE, evidence);
        List<Finding> found = new ArrayList<>();
        Optional<Set<String>> partners = Optional.empty();
        for (SeenRule seen : RuleInventory.of(evidence)) {
            List<MailboxAddress> people = seen.hiding().isComplete() ? people(seen) : List.of();
            if (!people.isEmpty() && people.size() <= MOST_PEOPLE) {
                Set<String> money = partners.orElseGet(() -> moneyPartners(evidence));
                partners = Optional.of(money);
                gravity(people, money).ifPresent(gravity -> found.add(findings.of(seen, Reason.NONE.andTexts("people",
                        people.stream().map(MailboxAddress::text).toList()), gravity)));
            }
        }
        return found;
    }

    private static List<MailboxAddress> people(SeenRule seen) {
        return seen.values(Field.SENDER).stream().map(MailboxAddress::findFull).flatMap(Optional::stream).distinct()
                .limit(MOST_PEOPLE + 1L).toList();
    }

    private Optional<Gravity> gravity(List<MailboxAddress> people, Set<String> moneyPartners) {
        if (people.stream().anyMatch(person -> isKeyColleague(person) || moneyPartners.contains(person.text()))) {
            return Optional.of(Gravity.of(PROFILE));
        }
        return people.stream().anyMatch(policy.ownDomains()::contains) ? Optional.of(COLLEAGUE) : Optional.empty();
    }

    private boolean isKeyColleague(MailboxAddress person) {
        String first = person.localPart().toLowerCase(Locale.ROOT).split("[-_.+]", 2)[0];
        return policy.ownDomains().contains(person) && KEY_ROLES.contains(first);
    }

    /** Everybody outside with whom a message about money was exchanged. */
    private static Set<String> moneyPartners(MailboxEvidence evidence) {
        Set<String> partners = new HashSet<>();
        for (ReceivedMessage message : evidence.receivedMessages()) {
            if (message.subject().filter(Dictionary.FINANCE::hitsAny).isPresent()) {
                message.from().flatMap(MailboxAddress::findFull).ifPresent(from -> partners.add(from.text()));
            }
        }
        for (SentMessage message : evidence.sentMessages()) {
            if (message.subject().filter(Dictionary.FINANCE::hitsAny).isPresent()) {
                partners.addAll(message.to());
            }
        }
        return partners;
    }
}
