package org.mimawari.indicator.outgoing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.evidence.SentMessage;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Multiplier;
import org.mimawari.indicator.habit.Glance;
import org.mimawari.indicator.habit.SourceHabits;
import org.mimawari.indicator.words.TextMemory;

/** Everything one mailbox sent, each message once, in order of time. Linear in the evidence; safe for any thread. */
public final class Outgoing {

    /** With less history than this a judgement by own habits is a guess. */
    public static final Duration ENOUGH_HISTORY = Duration.ofDays(14);

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration BEFORE_THE_ACT = Duration.ofHours(24);
    private static final double MOSTLY = 0.8;
    private static final int ANNOUNCEMENT = 5;

    private final MailboxEvidence evidence;
    private final SourceHabits habits;
    private final List<Mailing> mailings;
    private final Totals totals;
    private final Optional<Instant> historyFrom;
    private final boolean blind;
    private final boolean withContent;
    private final boolean withReplyTo;
    private final Volume busiestHour;
    private final Volume busiestDay;
    private final TextMemory<String> subjects = new TextMemory<>(Subjects::normalised);

    private Outgoing(MailboxEvidence evidence, SourceHabits habits, List<Mailing> mailings) {
        this.evidence = evidence;
        this.habits = habits;
        this.mailings = List.copyOf(mailings);
        this.totals = Totals.of(mailings);
        this.historyFrom = earlier(first(evidence.sentMessages()), first(evidence.receivedMessages()));
        this.blind = Glance.of(evidence).isBlind();
        boolean content = false;
        boolean replyTo = false;
        for (Mailing mailing : mailings) {
            content |= mailing.message().content().isPresent();
            replyTo |= mailing.message().replyTo().isPresent();
        }
        this.withContent = content;
        this.withReplyTo = replyTo;
        this.busiestHour = blind ? Volume.BOUNDLESS : totals.most(mailings, HOUR);
        this.busiestDay = blind ? Volume.BOUNDLESS : totals.most(mailings, DAY);
    }

    /** The first moment of evidence in order of time. */
    private static Optional<Instant> first(List<? extends Evidence> inTime) {
        for (Evidence piece : inTime) {
            if (piece.time().isPresent()) {
                return piece.time();
            }
        }
        return Optional.empty();
    }

    private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        boolean otherFirst = one.isEmpty() || other.isPresent() && other.get().isBefore(one.get());
        return otherFirst ? other : one;
    }

    static Outgoing of(MailboxEvidence evidence, OwnDomains own) {
        SourceHabits habits = SourceHabits.of(evidence);
        Contacts contacts = new Contacts(evidence.receivedMessages());
        Map<String, Boolean> ownDomains = new HashMap<>();
        List<Mailing> mailings = new ArrayList<>();
        for (Letter letter : letters(evidence)) {
            SentMessage message = letter.message();
            Contacts.Novelty novelty = contacts.meet(message, letter.time());
            int external = 0;
            for (String address : message.to()) {
                String domain = address.substring(address.lastIndexOf('@') + 1);
                external += ownDomains.computeIfAbsent(domain, own::contains) ? 0 : 1;
            }
            mailings.add(mailing(letter, novelty, external, isHabitual(message, habits, evidence.kind())));
        }
        return new Outgoing(evidence, habits, mailings);
    }

    /** A joined message and the moment it left. */
    private record Letter(SentMessage message, Instant time, JoinedRecords records) {}

    private static List<Letter> letters(MailboxEvidence evidence) {
        List<SentMessage> written = new ArrayList<>();
        for (SentMessage message : evidence.sentMessages()) {
            if (isWritten(message)) {
                written.add(message);
            }
        }
        List<Letter> letters = new ArrayList<>();
        for (JoinedRecords joined : Joining.join(written)) {
            SentMessage message = joined.together();
            letters.add(new Letter(message, message.time().orElse(joined.first()), joined));
        }
        letters.sort(Outgoing::inTime);
        return letters;
    }

    private static int inTime(Letter one, Letter other) {
        int order = one.time().compareTo(other.time());
        return order != 0 ? order : one.message().ref().compareTo(other.message().ref());
    }

    private static Mailing mailing(Letter letter, Contacts.Novelty novelty, int external, boolean habitual) {
        SentMessage message = letter.message();
        int listed = message.to().size();
        int recipients = Math.max(1, Math.max(listed, message.recipients()));
        boolean announcement = external == 0 && listed > ANNOUNCEMENT;
        int added = announcement ? 0 : all(novelty.added(), listed, recipients);
        int fresh = announcement ? 0 : all(novelty.fresh(), listed, recipients);
        int outside = listed == 0 ? recipients : all(external, listed, recipients);
        return new Mailing(message, letter.time(), letter.records().routes(), recipients, listed == 0 ? 0 : recipients,
                outside, added, fresh, habitual);
    }

    /** A source lists at most 1,000 recipients; the others are taken to be like those. */
    private static int all(int counted, int listed, int recipients) {
        return listed == 0 || listed == recipients ? counted : (int) ((long) counted * recipients / listed);
    }

    /** A webmail host or an own relay, seen as a local address, says nothing of the person who sat in front of it. */
    private static boolean isHabitual(SentMessage message, SourceHabits habits, MailboxKind kind) {
        return message.ip().isPresent() && (isMachine(kind) || !message.ip().get().isLocal())
                && habits.isHabitual(message);
    }

    private static boolean isMachine(MailboxKind kind) {
        return kind == MailboxKind.ROBOT || kind == MailboxKind.BULK;
    }

    /** RFC 3834, RFC 5321 section 4.5.5: automatic replies and reports have no sender, and nobody wrote them. */
    private static boolean isWritten(SentMessage message) {
        Optional<String> sender = message.envelopeFrom();
        return sender.isEmpty() || !sender.get().isBlank() && !sender.get().equals("<>");
    }

    public MailboxEvidence evidence() {
        return evidence;
    }

    public Optional<MailboxAddress> mailbox() {
        return evidence.mailbox();
    }

    public SourceHabits habits() {
        return habits;
    }

    /** The messages in order of time. */
    public List<Mailing> mailings() {
        return mailings;
    }

    public Totals totals() {
        return totals;
    }

    /** False where no source tells what any of the messages say or carry. */
    public boolean mayTellContent() {
        return blind || withContent;
    }

    /** False where no message has a reply address. */
    public boolean mayHaveReplyTo() {
        return blind || withReplyTo;
    }

    /** Of each count at least as much as came together within any hour. */
    public Volume busiestHour() {
        return busiestHour;
    }

    /** Of each count at least as much as came together within any 24 hours. */
    public Volume busiestDay() {
        return busiestDay;
    }

    /** The subject as {@link Subjects} writes it; empty where there is none. */
    public String subject(SentMessage message) {
        return message.subject().isPresent() ? subjects.of(message.subject().get()) : "";
    }

    /** How long before this moment the mailbox is known. */
    public Duration historyBefore(Instant moment) {
        return historyFrom.filter(moment::isAfter).map(from -> Duration.between(from, moment)).orElse(Duration.ZERO);
    }

    /** How the stretch is judged by where it came from: the owner's usual place, unknown, or new (no factor). */
    public List<Multiplier> source(Stretch stretch) {
        long all = stretch.volume().recipients();
        Instant before = stretch.from().minus(BEFORE_THE_ACT);
        long usual = 0;
        long fromNew = 0;
        for (Mailing mailing : stretch.mailings()) {
            usual += isUsual(mailing, before) ? mailing.recipients() : 0;
            fromNew += isFirstSeenSince(mailing, before) ? mailing.recipients() : 0;
        }
        if (usual >= all * MOSTLY) {
            return List.of(Multiplier.habitualSource(Family.SENT));
        }
        return fromNew * 2 >= all ? List.of() : List.of(Multiplier.UNKNOWN_SOURCE);
    }

    /** A machine does not move about: what it used the day before is its place. */
    private boolean isUsual(Mailing mailing, Instant before) {
        return mailing.habitual() || isMachine(evidence.kind())
                && mailing.message().ip().filter(ip -> !habits.isNew(ip, before)).isPresent();
    }

    /** True where its network was not seen until the day before. */
    public boolean isFromNewPlace(Mailing mailing) {
        return isFirstSeenSince(mailing, mailing.time().minus(BEFORE_THE_ACT));
    }

    /** Whoever breaks in looks around first: a source first seen within the day before is still a new one. */
    private boolean isFirstSeenSince(Mailing mailing, Instant before) {
        return mailing.message().ip().filter(ip -> !ip.isLocal() && habits.isNew(ip, before)).isPresent();
    }

    public boolean isColdStart(Instant moment) {
        return historyBefore(moment).compareTo(ENOUGH_HISTORY) < 0;
    }
}
