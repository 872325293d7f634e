package org.mimawari.scan;

import java.nio.ByteBuffer;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailAccess;
import org.mimawari.evidence.MailRemoval;
import org.mimawari.evidence.ReceivedMessage;
import org.mimawari.evidence.SentMessage;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.SignInTrait;
import org.mimawari.indicator.words.TextMemory;
import org.mimawari.scan.RecentHours.Deed;

/**
 * What a mailbox does day after day, in at most {@value #SIZE} bytes: from where, with which clients and applications, at
 * which hours, for whom, and how much. It answers one question only: whether what is new is more of the same. Where it is
 * not sure, it says no, and all evidence is looked at. Not safe for several threads.
 */
final class Routine {

    /** Bytes of a routine, whatever the mailbox does. */
    static final int SIZE = 1_602;

    private static final Set<EvidenceKind> DAILY = EnumSet.of(EvidenceKind.SIGN_IN, EvidenceKind.MAIL_ACCESS,
            EvidenceKind.SENT_MESSAGE, EvidenceKind.MAIL_REMOVAL);
    private static final int TRAITS = 85;
    private static final int SLOTS = 48;
    private static final long DAY = 86_400;
    /** 1 January 2000, from which days are counted so that two bytes last until 2089. */
    private static final long FIRST_DAY = 10_957;
    /** On so many days something must have been done to be a habit, and so many days ago for the first time. */
    private static final int DAYS = 3;
    private static final int SETTLED_DAYS = 14;
    /** After a longer silence nothing is more of the same. */
    private static final long SILENCE = 3 * DAY - 3_600;
    /** Below these no indicator speaks of much; see the pages of the indicators. */
    /** A little more than what an indicator calls a rare hour. */
    private static final double USUAL_SHARE = 0.006;
    private static final int FEW_FAILURES = 3;
    private static final int FEW_RECIPIENTS = 5;
    private static final int FEW_RECIPIENTS_AN_HOUR = 19;
    private static final int FEW_RECIPIENTS_A_DAY = 59;
    private static final int FEW_SENT_A_DAY = 19;
    private static final int FEW_OPENED_AN_HOUR = 150;
    private static final int FEW_REMOVED_AN_HOUR = 40;
    /** Two hours of the clock cover any sixty minutes. */
    private static final int AN_HOUR = 2;
    /** What was not done for so long is no habit any more: an indicator that looks back 90 days may call it new. */
    private static final int FORGOTTEN_DAYS = 60;
    private static final int ENOUGH_SIGN_IN_DAYS = 10;
    private static final int SIGN_INS_APART = 3;
    private static final int SIGN_IN_BEFORE_SENDING = 2;

    private final ZoneId zone;
    private final Traits traitsOf;
    private final int[] traits = new int[TRAITS];
    private final short[] firstDays = new short[TRAITS];
    private final short[] lastDays = new short[TRAITS];
    private final byte[] traitDays = new byte[TRAITS];
    private final short[] hours = new short[SLOTS];
    private final Circle circle = new Circle();
    private final RecentHours hoursAgo = new RecentHours();
    private final RecentSessions sessions = new RecentSessions();
    private final int[] failures = new int[2];
    private long latest = Long.MIN_VALUE;
    private int failureDay;
    private int signInDay;
    private int signInDays;
    private boolean keepsCopies;
    private boolean isSeenByServers;
    private boolean hearsBack;
    private boolean staysWhereItIs = true;

    private Routine(ZoneId zone, TextMemory<String> families) {
        this.zone = zone;
        this.traitsOf = new Traits(families);
    }

    /**
     * The routine of a mailbox with this evidence.
     *
     * @param families as {@link Traits#families} gives them, one for all routines
     */
    static Routine of(Collection<Evidence> evidence, ZoneId zone, TextMemory<String> families) {
        Routine routine = new Routine(zone, families);
        evidence.forEach(routine::hear);
        inTime(evidence).forEach(routine::learn);
        return routine;
    }

    /** Whether what comes back is an answer to mail of this mailbox, is judged by all it sends, also afterwards. */
    private void hear(Evidence piece) {
        hearsBack |= piece.kind() == EvidenceKind.NON_DELIVERY_REPORT || piece.kind() == EvidenceKind.FEEDBACK_REPORT
                || piece instanceof ReceivedMessage received && (received.automatic()
                        || received.inReplyTo().isPresent());
    }

    private static List<Evidence> inTime(Collection<Evidence> evidence) {
        return evidence.stream().filter(piece -> DAILY.contains(piece.kind()) && piece.time().isPresent())
                .sorted(Comparator.comparing((Evidence piece) -> piece.time().orElseThrow())).toList();
    }

    /**
     * Learns what is new, piece by piece, as long as it is more of the same.
     *
     * @return false where something is not, so that the routine must be made anew of all evidence
     */
    boolean goesOn(Collection<Evidence> pieces) {
        List<Evidence> sorted = inTime(pieces);
        if (sorted.size() < pieces.size()) {
            return false;
        }
        for (Evidence piece : sorted) {
            if (!isUsual(piece)) {
                return false;
            }
            learn(piece);
            if (isMuch()) {
                return false;
            }
        }
        return true;
    }

    private boolean isUsual(Evidence piece) {
        Instant time = piece.time().orElseThrow();
        long second = time.getEpochSecond();
        int day = day(second);
        // What comes late may be what an earlier piece had to be compared with.
        if (second < latest || second - latest >= SILENCE) {
            return false;
        }
        for (int trait : traitsOf.of(piece)) {
            if (!isHabit(trait, day)) {
                return false;
            }
        }
        if (piece instanceof SignIn signIn) {
            return signInDays >= ENOUGH_SIGN_IN_DAYS && day - signInDay <= SIGN_INS_APART
                    && (!isByPerson(signIn) || isUsualHour(slot(time)));
        }
        if (piece instanceof SentMessage sent) {
            return isUsual(sent, day);
        }
        if (piece instanceof MailRemoval removal) {
            return isUsual(removal, day, second);
        }
        return !((MailAccess) piece).throttled();
    }

    /**
     * Of sent copies, of replies that go elsewhere and of what a message says more has to be known than is kept here.
     */
    private boolean isUsual(SentMessage sent, int day) {
        boolean isPlain = sent.replyTo().isEmpty() && sent.content().isEmpty() && sent.bounced() == 0
                && sent.deferred() == 0;
        boolean mayLackCopy = keepsCopies && isSeenByServers;
        boolean isLogSilent = signInDays > 0 && day - signInDay > SIGN_IN_BEFORE_SENDING;
        return isPlain && !mayLackCopy && !hearsBack && !isLogSilent && sent.recipients() <= FEW_RECIPIENTS
                && (sent.to().isEmpty() || circle.knowsAll(sent.to()));
    }

    /** Who removes mail where he never signed in, or just after mail was sent, may hide something. */
    private boolean isUsual(MailRemoval removal, int day, long second) {
        hoursAgo.moveTo(second);
        boolean isByOwner = removal.actor().ip().filter(ip -> isHabit(Traits.near(ip), day)).isPresent();
        return isByOwner && hoursAgo.within(AN_HOUR, Deed.SENT) == 0;
    }

    /** Seen on enough days before this one: a day that is not over proves nothing. */
    private boolean isHabit(int trait, int day) {
        int place = find(trait);
        return place >= 0 && traitDays[place] - (lastDays[place] == (short) day ? 1 : 0) >= DAYS
                && day - firstDays[place] > SETTLED_DAYS && day - lastDays[place] <= FORGOTTEN_DAYS;
    }

    private boolean isMuch() {
        return failures[0] + failures[1] > FEW_FAILURES || !staysWhereItIs
                || hoursAgo.within(AN_HOUR, Deed.RECIPIENTS) > FEW_RECIPIENTS_AN_HOUR
                || hoursAgo.within(RecentHours.HOURS, Deed.RECIPIENTS) > FEW_RECIPIENTS_A_DAY
                || hoursAgo.within(RecentHours.HOURS, Deed.SENT) > FEW_SENT_A_DAY
                || hoursAgo.within(AN_HOUR, Deed.OPENED) > FEW_OPENED_AN_HOUR
                || hoursAgo.within(AN_HOUR, Deed.REMOVED) > FEW_REMOVED_AN_HOUR;
    }

    private void learn(Evidence piece) {
        Instant time = piece.time().orElseThrow();
        long second = time.getEpochSecond();
        latest = Math.max(latest, second);
        int day = day(second);
        hoursAgo.moveTo(second);
        count(piece, day);
        staysWhereItIs = stays(piece, second);
        // Whoever guesses passwords all the time does not become the owner by it.
        if (!(piece instanceof SignIn signIn) || signIn.succeeded()) {
            for (int trait : traitsOf.of(piece)) {
                learn(trait, day);
            }
        }
        if (piece instanceof SignIn signIn) {
            learn(signIn, time, day);
        }
        if (piece instanceof SentMessage sent) {
            sent.to().forEach(circle::meet);
            keepsCopies |= sent.route() == SentMessage.Route.SENT_FOLDER;
            isSeenByServers |= sent.route() != SentMessage.Route.SENT_FOLDER;
        }
    }

    private void learn(SignIn signIn, Instant time, int day) {
        signInDays = Math.min(ENOUGH_SIGN_IN_DAYS, signInDays + (signInDays == 0 || signInDay != day ? 1 : 0));
        signInDay = day;
        if (isByPerson(signIn)) {
            countHour(slot(time));
        }
        if (signIn.succeeded() && signIn.ip().isPresent()) {
            learn(Traits.near(signIn.ip().get()), day);
        }
    }

    private boolean stays(Evidence piece, long second) {
        return Traits.session(piece).filter(session -> !sessions.stays(session, traitsOf.whereabouts(piece),
                second)).isEmpty();
    }

    /** A program that asks for mail all night says nothing of when its owner is awake. */
    private static boolean isByPerson(SignIn signIn) {
        return signIn.succeeded() && signIn.protocol() != SignIn.Protocol.ACTIVESYNC
                && !signIn.traits().contains(SignInTrait.NON_INTERACTIVE);
    }

    private void countHour(int slot) {
        if (++hours[slot] == Short.MAX_VALUE) {
            for (int i = 0; i < SLOTS; i++) {
                hours[i] /= 2;
            }
        }
    }

    /** People are not punctual: an hour to either side counts, but for what lies beyond midnight. */
    private boolean isUsualHour(int slot) {
        int half = SLOTS / 2;
        int total = 0;
        int near = 0;
        for (int i = 0; i < SLOTS; i++) {
            total += hours[i];
            near += i / half == slot / half && Math.abs(i - slot) <= 1 ? hours[i] : 0;
        }
        return near >= 1 && near >= USUAL_SHARE * total;
    }

    private void learn(int trait, int day) {
        int place = find(trait);
        if (place < 0 || day - lastDays[place] > FORGOTTEN_DAYS) {
            place = place < 0 ? oldest() : place;
            traits[place] = trait;
            firstDays[place] = (short) day;
            traitDays[place] = 0;
        }
        if (lastDays[place] != (short) day || traitDays[place] == 0) {
            traitDays[place] = (byte) Math.min(DAYS + 1, traitDays[place] + 1);
            lastDays[place] = (short) day;
        }
    }

    private int find(int trait) {
        for (int i = 0; i < TRAITS; i++) {
            if (traits[i] == trait && traitDays[i] > 0) {
                return i;
            }
        }
        return -1;
    }

    /** A free place, or that of what was not seen for longest: forgetting makes it say no, never yes. */
    private int oldest() {
        int oldest = 0;
        for (int i = 0; i < TRAITS; i++) {
            if (traitDays[i] == 0) {
                return i;
            }
            oldest = lastDays[i] < lastDays[oldest] ? i : oldest;
        }
        return oldest;
    }

    private void count(Evidence piece, int day) {
        if (day != failureDay) {
            failures[0] = day == failureDay + 1 ? failures[1] : 0;
            failures[1] = 0;
            failureDay = day;
        }
        if (piece instanceof SignIn signIn && !signIn.succeeded()) {
            failures[1] = Math.min(Short.MAX_VALUE, failures[1] + Math.min(Short.MAX_VALUE, signIn.attempts()));
        } else if (piece instanceof SentMessage sent) {
            hoursAgo.add(Deed.SENT, 1);
            hoursAgo.add(Deed.RECIPIENTS, Math.max(1, sent.recipients()));
        } else if (piece instanceof MailAccess access) {
            hoursAgo.add(Deed.OPENED, Math.max(1, access.items()));
        } else if (piece instanceof MailRemoval removal) {
            hoursAgo.add(Deed.REMOVED, Math.max(1, removal.count()));
        }
    }

    /** An hour of a working day, or of a weekend. */
    private int slot(Instant time) {
        ZonedDateTime local = time.atZone(zone);
        boolean isWeekend = local.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        return local.getHour() + (isWeekend ? SLOTS / 2 : 0);
    }

    private static int day(long second) {
        return (int) Math.max(0, Math.min(Short.MAX_VALUE, Math.floorDiv(second, DAY) - FIRST_DAY));
    }

    byte[] write() {
        ByteBuffer out = ByteBuffer.allocate(SIZE);
        for (int i = 0; i < TRAITS; i++) {
            out.putInt(traits[i]).putShort(firstDays[i]).putShort(lastDays[i]).put(traitDays[i]);
        }
        for (int i = 0; i < SLOTS; i++) {
            out.putShort(hours[i]);
        }
        circle.write(out);
        out.putLong(latest);
        for (int number : new int[] {failureDay, failures[0], failures[1], signInDay, signInDays}) {
            out.putShort((short) number);
        }
        out.put((byte) (keepsCopies ? 1 : 0)).put((byte) (isSeenByServers ? 1 : 0)).put((byte) (hearsBack ? 1 : 0));
        hoursAgo.write(out);
        sessions.write(out);
        return out.array();
    }

    /** @param bytes as {@link #write} gave them */
    static Routine read(byte[] bytes, ZoneId zone, TextMemory<String> families) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        Routine routine = new Routine(zone, families);
        for (int i = 0; i < TRAITS; i++) {
            routine.traits[i] = in.getInt();
            routine.firstDays[i] = in.getShort();
            routine.lastDays[i] = in.getShort();
            routine.traitDays[i] = in.get();
        }
        for (int i = 0; i < SLOTS; i++) {
            routine.hours[i] = in.getShort();
        }
        routine.circle.read(in);
        routine.latest = in.getLong();
        routine.failureDay = in.getShort();
        routine.failures[0] = in.getShort();
        routine.failures[1] = in.getShort();
        routine.signInDay = in.getShort();
        routine.signInDays = in.getShort();
        routine.keepsCopies = in.get() != 0;
        routine.isSeenByServers = in.get() != 0;
        routine.hearsBack = in.get() != 0;
        routine.hoursAgo.read(in);
        routine.sessions.read(in);
        return routine;
    }
}
