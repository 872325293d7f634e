package org.mimawari.indicator.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.TimeRange;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Citation;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Multiplier;
import org.mimawari.indicator.Reason;

/**
 * A rule was made or changed from where the owner never was (ATT&amp;CK T1564.008). One finding for each neighbourhood
 * of addresses. Asks for three days of earlier sign-ins: without them nothing is unusual.
 */
public final class RuleFromUnusualPlace implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("rules-unusual-author", Family.RULES,
            AttackStage.HIDING, Level.HIGH, 50, 0.8, List.of("T1564.008"),
            Set.of(EvidenceKind.MAILBOX_RULE, EvidenceKind.SIGN_IN));
    private static final Gravity HARMLESS_RULE = new Gravity(Level.LOW, 30, 0.6);
    private static final Multiplier SAME_COUNTRY = Multiplier.modifier("usual-country", 0.6);
    private static final int ENOUGH_DAYS = 3;
    private static final Duration DAY = Duration.ofDays(1);

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        Map<String, List<SeenRule>> byPlace = new LinkedHashMap<>();
        RuleCircumstances circumstances = new RuleCircumstances(evidence);
        Optional<Instant> learned = learnedBy(evidence);
        if (learned.isEmpty()) {
            return List.of();
        }
        for (SeenRule seen : RuleInventory.of(evidence)) {
            Optional<MailboxRule> made = seen.sightings().stream()
                    .filter(each -> isForeign(each, evidence, circumstances, learned.get())).findFirst();
            made.flatMap(each -> each.actor().ip()).ifPresent(ip -> byPlace
                    .computeIfAbsent(ip.neighbourhood(), any -> new ArrayList<>()).add(seen));
        }
        return byPlace.values().stream().map(rules -> finding(rules, evidence)).toList();
    }

    // Four facts decide one record; a type for them would be read in this one place only.
    private static boolean isForeign(MailboxRule record, MailboxEvidence evidence, RuleCircumstances circumstances,
            Instant learned) {
        Actor actor = record.actor();
        if (record.change().ends() || actor.ip().isEmpty() || record.time().isEmpty() || actor.isSystem()
                || actor.role() == Actor.Role.ADMIN) {
            return false;
        }
        IpAddress ip = actor.ip().get();
        return !ip.isLocal() && !evidence.tenant().egress().contains(ip) && record.time().get().isAfter(learned)
                && !circumstances.isHabitual(actor, record.time());
    }

    /** The end of the third day with a sign-in; empty where there are fewer. */
    private static Optional<Instant> learnedBy(MailboxEvidence evidence) {
        TreeSet<Long> days = new TreeSet<>();
        for (SignIn signIn : evidence.signIns()) {
            if (signIn.succeeded() && signIn.time().isPresent()) {
                days.add(Math.floorDiv(signIn.time().get().getEpochSecond(), DAY.getSeconds()));
            }
        }
        return days.stream().skip(ENOUGH_DAYS - 1L).findFirst()
                .map(day -> Instant.ofEpochSecond((day + 1) * DAY.getSeconds()).minusMillis(1));
    }

    private static Finding finding(List<SeenRule> rules, MailboxEvidence evidence) {
        List<MailboxRule> made = rules.stream().flatMap(seen -> seen.sightings().stream())
                .filter(each -> each.time().isPresent()).toList();
        Actor actor = made.stream().map(MailboxRule::actor).filter(each -> each.ip().isPresent()).findFirst()
                .orElse(Actor.UNKNOWN);
        Reason reason = Reason.text("ip", actor.ip().map(IpAddress::text).orElse("?"))
                .andTexts("rules", rules.stream().map(seen -> RuleWording.name(seen.rule())).distinct().toList())
                .andNumber("count", rules.size());
        String pattern = actor.ip().map(IpAddress::neighbourhood).orElse("?");
        Finding finding = Finding.of(PROFILE, evidence, TimeRange.of(made), pattern, reason, Citation.of(made));
        return RuleFindings.settled(judged(finding, rules).times(factors(actor, evidence)));
    }

    private static Finding judged(Finding finding, List<SeenRule> rules) {
        boolean harms = rules.stream().anyMatch(seen -> seen.hiding().hides() || seen.sendsAway()
                || !seen.rule().readable());
        return harms ? finding
                : finding.judged(HARMLESS_RULE.level(), HARMLESS_RULE.weight(), HARMLESS_RULE.confidence());
    }

    /** Another network in the country the owner signs in from: a hotel, a phone. */
    private static List<Multiplier> factors(Actor actor, MailboxEvidence evidence) {
        boolean usual = actor.place().country().filter(country -> evidence.signIns().stream()
                .filter(signIn -> signIn.succeeded() && signIn.place().country().filter(country::equals).isPresent())
                .filter(signIn -> signIn.ip().filter(ip -> actor.ip().filter(ip::equals).isEmpty()).isPresent())
                .limit(ENOUGH_DAYS).count() == ENOUGH_DAYS).isPresent();
        return usual ? List.of(SAME_COUNTRY) : List.of();
    }
}
