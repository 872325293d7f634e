package org.mimawari.incident.traffic;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.Origin;
import org.mimawari.evidence.Place;
import org.mimawari.evidence.ReceivedMessage;
import org.mimawari.evidence.SentMessage;

/**
 * The mail of one invented mailbox, by its {@link Habits}. Where it was submitted from is left unknown, as in a Sent
 * folder, so that nothing but volume, time and recipients can speak. The same seed gives the same mail.
 */
final class Traffic {

    private static final int CONTACTS = 60;
    private static final int CUSTOMERS = 400;

    private final Habits habits;
    private final Random random;
    private final MailboxAddress mailbox;
    private final MailboxEvidence.Builder evidence;
    private final List<String> contacts = new ArrayList<>();
    private int line;
    private int strangers;

    Traffic(Habits habits, String mailbox, long seed) {
        this.habits = habits;
        this.random = new Random(seed);
        this.mailbox = new MailboxAddress(mailbox);
        this.evidence = MailboxEvidence.of(this.mailbox).kind(habits.kind());
        int known = switch (habits) {
            case SALES, ROLE -> CUSTOMERS;
            case NOREPLY -> between(500, 3_000);
            case NEWSLETTER -> between(2_000, 8_000);
            default -> CONTACTS;
        };
        for (int i = 0; i < known; i++) {
            contacts.add(stranger());
        }
    }

    MailboxEvidence evidence() {
        return evidence.build();
    }

    Random random() {
        return random;
    }

    void live(LocalDate first, int days) {
        for (int day = 0; day < days; day++) {
            liveOn(first.plusDays(day), day);
        }
    }

    private void liveOn(LocalDate date, int day) {
        int messages = poisson(habits.messagesOn(date));
        for (int i = 0; i < messages; i++) {
            everyday(moment(date));
        }
        if (!habits.worksOn(date)) {
            return;
        }
        switch (habits) {
            case OFFICE -> occasionally(1 / 42.0, () -> invite(moment(date)));
            case SALES -> occasionally(1 / 8.0, () -> merge(moment(date)));
            case ROLE -> occasionally(1 / 21.0, () -> notice(moment(date)));
            case NEWSLETTER -> occasionally(0.4, () -> issue(moment(date)));
            default -> { }
        }
        if (habits == Habits.NOREPLY && day % 30 == 10) {
            statements(at(date, 10 * 60));
        }
    }

    private void everyday(Instant time) {
        int people = habits == Habits.NOREPLY ? 1 : 1 + Math.min(3, (int) (-Math.log(1 - random.nextDouble()) * 0.7));
        List<String> to = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            to.add(somebody(habits.strangers()));
        }
        if (habits == Habits.ROLE && random.nextInt(3) > 0) {
            String customer = stranger();
            evidence.add(new ReceivedMessage(origin(time.minus(Duration.ofMinutes(between(5, 600)))), Optional.empty(),
                    Optional.empty(), Optional.of(customer), Optional.empty(), false));
            to = List.of(customer);
        }
        send(time, "About order", to);
    }

    private void invite(Instant time) {
        int people = between(8, 30);
        List<String> to = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            to.add(somebody(0.4));
        }
        send(time, "Invitation", to);
    }

    private void merge(Instant time) {
        boolean bought = random.nextInt(10) == 0;
        int size = bought ? between(40, 120) : between(40, 200);
        double share = bought ? 0.5 + 0.3 * random.nextDouble() : 0.05 + 0.35 * random.nextDouble();
        oneByOne(time, size, share, Duration.ofSeconds(2));
    }

    private void notice(Instant time) {
        oneByOne(time, between(100, 300), 0.1, Duration.ofSeconds(3));
    }

    private void statements(Instant time) {
        double share = 0.03 + 0.05 * random.nextDouble();
        oneByOne(time, contacts.size(), share, Duration.ofMillis(3_000_000L / contacts.size()));
    }

    private void oneByOne(Instant time, int size, double share, Duration every) {
        int start = random.nextInt(contacts.size());
        for (int i = 0; i < size; i++) {
            String to = random.nextDouble() < share ? stranger() : contacts.get((start + i) % contacts.size());
            send(time.plus(every.multipliedBy(i)), "Our news", List.of(to));
        }
    }

    private void issue(Instant time) {
        int joined = (int) (contacts.size() * (0.01 + 0.01 * random.nextDouble()));
        for (int i = 0; i < joined; i++) {
            contacts.add(stranger());
        }
        int batch = 50;
        for (int i = 0; i < contacts.size(); i += batch) {
            List<String> to = contacts.subList(i, Math.min(contacts.size(), i + batch));
            send(time.plusSeconds(20L * i / batch), "Newsletter", List.copyOf(to));
        }
    }

    /** Adds an attack that begins on this day, and says when the first of its messages left. */
    Instant suffer(Attack attack, LocalDate date) {
        Instant start = at(date, attack.minuteOfDay());
        double share = 0.95 + 0.03 * random.nextDouble();
        for (int i = 0; i < attack.messages(); i++) {
            List<String> to = new ArrayList<>();
            for (int r = 0; r < attack.recipientsEach(); r++) {
                to.add(somebody(share));
            }
            send(start.plusMillis(attack.length().toMillis() * i / attack.messages()), "Your parcel", to);
        }
        return start;
    }

    private void send(Instant time, String subject, List<String> to) {
        evidence.add(new SentMessage(origin(time), SentMessage.Route.SENT_FOLDER,
                Optional.of("<" + line + "@" + mailbox.domain() + ">"), Optional.of(subject),
                Optional.of(mailbox.text()), Optional.empty(), Optional.empty(), to.size(), to, 0, 0, 0,
                Optional.empty(), Place.UNKNOWN, Optional.empty(), Optional.empty(), 2_000, Optional.empty()));
    }

    private Origin origin(Instant time) {
        return Origin.of(mailbox, time, EvidenceRef.line("traffic", ++line));
    }

    private String somebody(double strangerShare) {
        if (random.nextDouble() < strangerShare) {
            String stranger = stranger();
            occasionally(0.3, () -> contacts.add(stranger));
            return stranger;
        }
        // Few people get most of the mail.
        double skewed = Math.pow(random.nextDouble(), 2);
        return contacts.get((int) (skewed * contacts.size()));
    }

    private String stranger() {
        strangers++;
        return "person" + strangers + "@client" + strangers % 250 + ".example";
    }

    private Instant moment(LocalDate date) {
        return at(date, habits.from() * 60 + random.nextInt(habits.hours() * 60)).plusSeconds(random.nextInt(60));
    }

    private static Instant at(LocalDate date, int minuteOfDay) {
        return date.atStartOfDay(Habits.ZONE).plusMinutes(minuteOfDay).toInstant();
    }

    private void occasionally(double chance, Runnable what) {
        if (random.nextDouble() < chance) {
            what.run();
        }
    }

    private int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    private int poisson(double mean) {
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }
}
