package org.mimawari.scan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.TimeRange;
import org.mimawari.incident.Incident;
import org.mimawari.incident.IncidentBuilder;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Policy;
import org.mimawari.indicator.outgoing.Mailing;
import org.mimawari.indicator.outgoing.OutgoingScope;

/**
 * Gathers, mailbox by mailbox, whom mail reached while something was found, and keeps it until the incidents are known.
 * Memory is bounded: recipients take at most an eighth of the heap at about 200 bytes each, the others are counted; slots
 * take at most a sixteenth, and mailboxes beyond that have none.
 */
final class ReachGathering {

    private static final double SPEAKS = 0.05;
    /** What all signs of a mailbox must come to, added up, before it can have an incident of level LOW. */
    private static final double MATTERS = 0.15;
    private static final int MOST_SLOTS = 4_032;
    private static final int MOST_RECIPIENTS = 1_000_000;
    private static final int BYTES_OF_A_RECIPIENT = 200;
    private static final int BYTES_OF_A_SLOT = 64;
    private static final Duration AROUND = Duration.ofHours(1);
    /** Failure reports of mail that only carried a forged address are about nobody's mailbox. */
    private static final String FORGED = "bounce-spoofed";
    private static final String NOT_IN_SENT = "bounce-unknown-original-ours";

    private final Policy policy;
    private final OutgoingScope outgoing;
    private final IncidentBuilder builder = new IncidentBuilder();
    private final Map<String, Reach> reaches = new TreeMap<>();
    private int recipientsLeft = (int) Math.min(MOST_RECIPIENTS, Runtime.getRuntime().maxMemory() / 8 / BYTES_OF_A_RECIPIENT);
    private long slotsLeft = Runtime.getRuntime().maxMemory() / 16 / BYTES_OF_A_SLOT;

    ReachGathering(Policy policy) {
        this.policy = policy;
        this.outgoing = new OutgoingScope(policy);
    }

    /** What left the mailbox around its findings; empty where these come to nothing. */
    Optional<Reach> gather(MailboxEvidence evidence, List<Finding> findings) {
        List<Finding> dated = findings.stream()
                .filter(finding -> finding.points() >= SPEAKS && finding.when().isKnown()).toList();
        boolean matters = together(dated) >= MATTERS;
        return evidence.mailbox().filter(any -> matters).map(mailbox -> reach(mailbox, evidence, dated));
    }

    void take(Reach reach) {
        recipientsLeft -= reach.recipients().size();
        slotsLeft -= reach.slots().size();
        reaches.put(reach.mailbox().text(), reach);
    }

    /** The weightiest finding of each indicator, added up: never less than the score they come to. */
    private static double together(List<Finding> findings) {
        Map<String, Double> weightiest = new HashMap<>();
        findings.forEach(finding -> weightiest.merge(finding.indicator().id(), finding.points(), Math::max));
        return weightiest.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private Reach reach(MailboxAddress mailbox, MailboxEvidence evidence, List<Finding> dated) {
        List<Mailing> mailings = outgoing.of(evidence).mailings();
        List<Finding> sending = sending(mailbox, dated);
        List<TimeRange> stretches = TimeRanges.joined(sending.stream().map(Finding::when).toList());
        RecipientList recipients = new RecipientList(policy.ownDomains(), recipientsLeft,
                evidence.covers(EvidenceKind.RECEIVED_MESSAGE));
        mailings.stream().filter(mailing -> TimeRanges.hold(stretches, mailing.time())).forEach(recipients::add);
        List<TimeRange> reported = TimeRanges.joined(sending.stream()
                .filter(finding -> finding.indicator().id().equals(NOT_IN_SENT)).map(Finding::when).toList());
        if (!stretches.isEmpty()) {
            evidence.nonDeliveryReports().forEach(report -> recipients.failed(report, reported));
            evidence.receivedMessages().forEach(recipients::answered);
        }
        List<Reach.Slot> slots = slots(mailings, dated);
        slots = slots.size() <= slotsLeft ? slots : List.of();
        return new Reach(mailbox, slots, recipients.list(), recipients.unnamed(), recipients.cut());
    }

    /**
     * The findings about sent mail that belong to incidents worth a warning, or to the gravest one: nobody need be told of
     * the newsletter of last month.
     */
    private List<Finding> sending(MailboxAddress mailbox, List<Finding> dated) {
        if (dated.stream().noneMatch(ReachGathering::isOfSending)) {
            return List.of();
        }
        List<Incident> incidents = builder.incidents(Optional.of(mailbox), dated);
        double gravest = incidents.stream().mapToDouble(Incident::score).max().orElse(0);
        return incidents.stream().filter(each -> each.level().isAtLeast(Level.MEDIUM) || each.score() == gravest)
                .flatMap(each -> each.findings().stream()).filter(ReachGathering::isOfSending).toList();
    }

    private static boolean isOfSending(Finding finding) {
        Family family = finding.indicator().family();
        return family == Family.SENT || family == Family.BOUNCE && !finding.indicator().id().equals(FORGED);
    }

    private static List<Reach.Slot> slots(List<Mailing> mailings, List<Finding> dated) {
        TimeRange all = TimeRange.UNKNOWN;
        for (Finding finding : dated) {
            all = all.including(finding.when());
        }
        Instant from = TimeRanges.earlier(all.from().orElseThrow(), AROUND);
        Instant to = TimeRanges.later(all.to().orElseThrow(), AROUND);
        Map<Long, Integer> counts = new TreeMap<>();
        for (Mailing mailing : mailings) {
            if (!mailing.time().isBefore(from) && !mailing.time().isAfter(to)) {
                counts.merge(Math.floorDiv(mailing.time().getEpochSecond(), Reach.SLOT.toSeconds()), 1, Integer::sum);
            }
        }
        List<Reach.Slot> slots = new ArrayList<>();
        counts.entrySet().stream().limit(MOST_SLOTS).forEach(entry -> slots.add(new Reach.Slot(
                Instant.ofEpochSecond(entry.getKey() * Reach.SLOT.toSeconds()), entry.getValue())));
        return slots;
    }

    /** What was gathered for mailboxes with an incident from level LOW; recipients only from MEDIUM. */
    List<Reach> of(Collection<Incident> incidents) {
        Set<String> low = mailboxes(incidents, Level.LOW);
        Set<String> medium = mailboxes(incidents, Level.MEDIUM);
        return reaches.values().stream().filter(reach -> low.contains(reach.mailbox().text()))
                .map(reach -> medium.contains(reach.mailbox().text()) ? reach
                        : new Reach(reach.mailbox(), reach.slots(), List.of(), 0, 0))
                .filter(reach -> !reach.slots().isEmpty() || !reach.recipients().isEmpty()).toList();
    }

    private static Set<String> mailboxes(Collection<Incident> incidents, Level least) {
        return incidents.stream().filter(incident -> incident.level().isAtLeast(least))
                .flatMap(incident -> incident.mailbox().stream()).map(MailboxAddress::text).collect(Collectors.toSet());
    }
}
