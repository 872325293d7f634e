package org.mimawari.incident.traffic;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.evidence.TimeRange;
import org.mimawari.incident.Score;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.Examiner;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Policy;
import org.mimawari.indicator.sent.SentIndicators;

/**
 * Judges invented mailboxes and counts: a mailbox-day is an alarm where the volume findings that fall on it reach
 * MEDIUM by {@link Score}.
 */
final class Measurement {

    private static final int BASELINE_DAYS = 30;
    private static final int TEST_DAYS = 30;
    private static final Set<String> VOLUME = Set.of("sent-burst-novel", "sent-offhours", "sent-slow-novel",
            "sent-burst-absolute");

    private final Examiner examiner = new Examiner(SentIndicators.all(Policy.forDomains(OwnDomains.of("shop.example")))
            .stream().filter(indicator -> VOLUME.contains(indicator.profile().id())).toList());
    private final long seed;
    private final LocalDate first;
    private final int divisor;

    private final Map<Habits, Integer> days = new EnumMap<>(Habits.class);
    private final Map<Habits, Integer> alarms = new EnumMap<>(Habits.class);
    private final Map<Attack, Integer> tried = new EnumMap<>(Attack.class);
    private final Map<Attack, Integer> caught = new EnumMap<>(Attack.class);

    /**
     * @param divisor measures only every so-manieth mailbox of the thousand
     */
    Measurement(long seed, LocalDate first, int divisor) {
        this.seed = seed;
        this.first = first;
        this.divisor = divisor;
    }

    void peace() {
        for (Habits habits : Habits.values()) {
            for (int i = 0; i < habits.inThousand() / divisor; i++) {
                Traffic traffic = lived(habits, i);
                TreeSet<LocalDate> alarmed = alarms(traffic.evidence());
                alarmed.removeIf(day -> day.isBefore(first.plusDays(BASELINE_DAYS)));
                days.merge(habits, TEST_DAYS, Integer::sum);
                alarms.merge(habits, alarmed.size(), Integer::sum);
            }
        }
    }

    void war(int mailboxesEach) {
        for (Attack attack : Attack.values()) {
            for (int i = 0; i < mailboxesEach; i++) {
                Traffic traffic = lived(attack.victim(), 10_000 + attack.ordinal() * 1_000 + i);
                LocalDate day = attackDay(attack, traffic.random());
                Instant start = traffic.suffer(attack, day);
                TreeSet<LocalDate> alarmed = alarms(traffic.evidence());
                LocalDate last = start.plus(attack.length()).atZone(Habits.ZONE).toLocalDate();
                boolean seen = !alarmed.subSet(day, true, last, true).isEmpty();
                tried.merge(attack, 1, Integer::sum);
                caught.merge(attack, seen ? 1 : 0, Integer::sum);
            }
        }
    }

    private LocalDate attackDay(Attack attack, Random random) {
        LocalDate day = first.plusDays(BASELINE_DAYS + random.nextInt(TEST_DAYS - 2));
        while (attack == Attack.THIRTY_AN_HOUR_BY_DAY && !attack.victim().worksOn(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private Traffic lived(Habits habits, int number) {
        String name = habits.name().toLowerCase(Locale.ROOT) + number + "@shop.example";
        Traffic traffic = new Traffic(habits, name, seed * 1_000_003 + habits.ordinal() * 100_000L + number);
        traffic.live(first, BASELINE_DAYS + TEST_DAYS);
        return traffic;
    }

    private TreeSet<LocalDate> alarms(MailboxEvidence evidence) {
        List<Finding> findings = examiner.assess(evidence).stream()
                .filter(Assessment.Flagged.class::isInstance).map(Assessment.Flagged.class::cast)
                .flatMap(flagged -> flagged.findings().stream()).toList();
        TreeSet<LocalDate> alarmed = new TreeSet<>();
        for (Finding finding : findings) {
            for (LocalDate day : daysOf(finding.when())) {
                List<Finding> onThisDay = findings.stream().filter(each -> daysOf(each.when()).contains(day)).toList();
                if (Level.of(Score.of(onThisDay)).isAtLeast(Level.MEDIUM)) {
                    alarmed.add(day);
                }
            }
        }
        return alarmed;
    }

    private static List<LocalDate> daysOf(TimeRange when) {
        LocalDate from = when.from().orElseThrow().atZone(Habits.ZONE).toLocalDate();
        return from.datesUntil(when.to().orElseThrow().atZone(Habits.ZONE).toLocalDate().plusDays(1)).toList();
    }

    /** False alarms for each thousand mailbox-days. */
    double falseAlarms() {
        return 1_000.0 * sum(alarms) / sum(days);
    }

    /** The share of the attacks that raised an alarm. */
    double recall() {
        return (double) sum(caught) / sum(tried);
    }

    private static int sum(Map<?, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT,
                "seed %d: %.2f false mailbox-days per 1,000, recall %.3f", seed, falseAlarms(), recall()));
        days.forEach((habits, count) -> text.append(String.format(Locale.ROOT, "%n  %-12s %6d days %4d alarms %6.2f",
                habits, count, alarms.get(habits), 1_000.0 * alarms.get(habits) / count)));
        tried.forEach((attack, count) -> text.append(String.format(Locale.ROOT, "%n  %-40s %d of %d", attack,
                caught.get(attack), count)));
        return text.toString();
    }
}
