package org.mimawari.indicator.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.RuleAction;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Citation;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.MailboxDigest;
import org.mimawari.indicator.Multiplier;
import org.mimawari.indicator.Reason;
import org.mimawari.indicator.TenantIndicator;

/**
 * The same rule that hides or sends away mail is in several mailboxes, made within a week and not by an administrator
 * (ATT&amp;CK T1564.008). One finding for each of the mailboxes. Linear but for sorting.
 */
public final class SameRuleInManyMailboxes implements TenantIndicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("rules-cross-mailbox", Family.RULES,
            AttackStage.HIDING, Level.HIGH, 60, 0.75, List.of("T1564.008"), Set.of(EvidenceKind.MAILBOX_RULE));
    /** A rule everybody might make for himself, such as deleting one newsletter. */
    private static final Gravity ORDINARY = new Gravity(Level.LOW, 30, 0.5);
    private static final Duration WEEK = Duration.ofDays(7);

    /** One mailbox's copy of a rule. */
    private record Copy(MailboxAddress mailbox, SeenRule seen) {}

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(List<MailboxDigest> mailboxes) {
        Map<String, List<Copy>> copies = new TreeMap<>();
        for (MailboxDigest digest : mailboxes) {
            digest.mailbox().ifPresent(mailbox -> RuleInventory.of(digest.rules()).stream()
                    .filter(SameRuleInManyMailboxes::isOfInterest)
                    .forEach(seen -> copies.computeIfAbsent(RuleIdentity.ofContents(seen.rule()),
                            any -> new ArrayList<>()).add(new Copy(mailbox, seen))));
        }
        List<Finding> found = new ArrayList<>();
        copies.forEach((contents, all) -> {
            Set<String> sharing = sharing(all);
            if (sharing.size() > 1 && isOfOneWeek(all)) {
                oneEach(all).forEach(copy -> found.add(finding(contents, copy, sharing)));
            }
        });
        return found;
    }

    private static boolean isOfInterest(SeenRule seen) {
        boolean acts = seen.hiding().hides() || seen.sendsAway() || seen.rule().does(RuleAction.Type.EXECUTE);
        boolean madeByOthers = seen.rule().actor().role() == Actor.Role.ADMIN || seen.rule().actor().isSystem();
        return acts && !madeByOthers && seen.rule().readable() && !RuleWords.sortsSpam(seen);
    }

    private static Set<String> sharing(List<Copy> copies) {
        Set<String> mailboxes = new TreeSet<>();
        copies.forEach(copy -> mailboxes.add(copy.mailbox().text()));
        return mailboxes;
    }

    private static List<Copy> oneEach(List<Copy> copies) {
        Map<MailboxAddress, Copy> first = new TreeMap<>();
        copies.forEach(copy -> first.putIfAbsent(copy.mailbox(), copy));
        return List.copyOf(first.values());
    }

    /** Copies without a time join any others: a snapshot does not say when they came. */
    private static boolean isOfOneWeek(List<Copy> copies) {
        TreeSet<Instant> times = new TreeSet<>();
        copies.forEach(copy -> copy.seen().when().from().ifPresent(times::add));
        if (times.size() < 2) {
            return true;
        }
        Optional<Instant> previous = Optional.empty();
        for (Instant time : times) {
            if (previous.filter(before -> Duration.between(before, time).compareTo(WEEK) <= 0).isPresent()) {
                return true;
            }
            previous = Optional.of(time);
        }
        return false;
    }

    private static Finding finding(String contents, Copy copy, Set<String> sharing) {
        SeenRule seen = copy.seen();
        List<MailboxRule> sightings = seen.sightings();
        Reason reason = Reason.text("rule", RuleWording.name(seen.rule())).andNumber("mailboxes", sharing.size())
                .andTexts("shared", List.copyOf(sharing)).andTexts("actions", RuleWording.actions(seen.rule()));
        Gravity gravity = isTelling(copy) ? Gravity.of(PROFILE) : ORDINARY;
        Finding finding = Finding.of(PROFILE, Optional.of(copy.mailbox()), seen.when(), contents, reason,
                Citation.of(sightings)).judged(gravity.level(), gravity.weight(), gravity.confidence());
        return RuleFindings.settled(seen.isUndated() ? finding.times(Multiplier.UNDATED_STATE) : finding);
    }

    private static boolean isTelling(Copy copy) {
        SeenRule seen = copy.seen();
        return seen.sendsAway() || RuleNames.verdict(seen.rule().name()).isTelling()
                || seen.takesEverything(Optional.of(copy.mailbox())) || !RuleWords.of(seen).isEmpty()
                || seen.hiding() == Hiding.UNSEEN && seen.marksRead() || seen.rule().does(RuleAction.Type.EXECUTE);
    }
}
