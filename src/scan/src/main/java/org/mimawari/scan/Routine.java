package org.mimawari.scan;

import java.nio.ByteBuffer;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.Fingerprint;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailAccess;
import org.mimawari.evidence.MailRemoval;
import org.mimawari.evidence.Place;
import org.mimawari.evidence.SentMessage;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.SignInTrait;
import org.mimawari.indicator.habit.ClientFamily;
import org.mimawari.indicator.words.TextMemory;

/**
 * What a mailbox does day after day, in at most {@value #SIZE} bytes: from where, with which clients and applications, at
 * which hours, for whom, and how much. It answers one question only: whether what is new is more of the same. Where it is
 * not sure, it says no, and all evidence is looked at. Not safe for several threads.
 */
final class Routine {

    /** Bytes of a routine, whatever the mailbox does. */
    static final int SIZE = 1_139;

    private static final Set<EvidenceKind> DAILY = EnumSet.of(EvidenceKind.SIGN_IN, EvidenceKind.MAIL_ACCESS,
            EvidenceKind.SENT_MESSAGE, EvidenceKind.MAIL_REMOVAL);
    private static final int TRAITS = 85;
    private static final int SLOTS = 48;
    private static final int CIRCLE = 256;
    private static final int MOST_FULL = 8;
    private static final long DAY = 86_400;
    /** 1 January 2000, from which days are counted so that two bytes last until 2089. */
    private static final long FIRST_DAY = 10_957;
    private static final long HOUR = 3_600;
    /** On so many days something must have been done to be a habit, and so many days ago for the first time. */
    private static final int DAYS = 3;
    private static final int SETTLED_DAYS = 14;
    /** After a longer silence nothing is more of the same. */
    private static final long SILENCE = 3 * DAY - HOUR;
    /** Below these no indicator speaks of much; see the pages of the indicators. */
    /** A little more than what an indicator calls a rare hour. */
    private static final double USUAL_SHARE = 0.006;
    private static final int FEW_FAILURES_A_DAY = 3;
    private static final int FEW_SENT_AN_HOUR = 15;
    private static final int FEW_RECIPIENTS = 5;
    private static final int FEW_OPENED_AN_HOUR = 150;
    private static final int FEW_REMOVED_AN_HOUR = 20;

    private final ZoneId zone;
    private final TextMemory<String> families;
    private final int[] traits = new int[TRAITS];
    private final short[] firstDays = new short[TRAITS];
    private final short[] lastDays = new short[TRAITS];
    private final byte[] traitDays = new byte[TRAITS];
    private final short[] hours = new short[SLOTS];
    private final byte[] circle = new byte[CIRCLE];
    private long latest = Long.MIN_VALUE;
    private long hour;
    private int sentThisHour;
    private int openedThisHour;
    private int removedThisHour;
    private long failureDay;
    private int failures;

    private Routine(ZoneId zone, TextMemory<String> families) {
        this.zone = zone;
        this.families = families;
    }

    /** Remembers the families of clients, which all mailboxes share. */
    static TextMemory<String> families() {
        return new TextMemory<>(ClientFamily::of);
    }

    /**
     * The routine of a mailbox with this evidence.
     *
     * @param families as {@link #families} gives them, one for all routines
     */
    static Routine of(Collection<Evidence> evidence, ZoneId zone, TextMemory<String> families) {
        Routine routine = new Routine(zone, families);
        inTime(evidence).forEach(routine::learn);
        return routine;
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
        boolean goesOn = second >= hour * HOUR && second - latest < SILENCE;
        if (!goesOn || piece instanceof SignIn signIn && isByPerson(signIn) && !isUsualHour(slot(time))) {
            return false;
        }
        for (int trait : traits(piece)) {
            if (!isHabit(trait, day(second))) {
                return false;
            }
        }
        return !(piece instanceof SentMessage sent)
                || sent.recipients() <= FEW_RECIPIENTS && (sent.to().isEmpty() || knowsAll(sent.to()));
    }

    private boolean isHabit(int trait, int day) {
        int place = find(trait);
        return place >= 0 && traitDays[place] >= DAYS && day - firstDays[place] >= SETTLED_DAYS;
    }

    private boolean isMuch() {
        return failures > FEW_FAILURES_A_DAY || sentThisHour > FEW_SENT_AN_HOUR || openedThisHour > FEW_OPENED_AN_HOUR
                || removedThisHour > FEW_REMOVED_AN_HOUR;
    }

    private void learn(Evidence piece) {
        Instant time = piece.time().orElseThrow();
        long second = time.getEpochSecond();
        latest = Math.max(latest, second);
        count(piece, second);
        int day = day(second);
        for (int trait : traits(piece)) {
            learn(trait, day);
        }
        if (piece instanceof SignIn signIn && isByPerson(signIn)) {
            countHour(slot(time));
        }
        if (piece instanceof SentMessage sent) {
            sent.to().forEach(this::meet);
        }
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
        if (place < 0) {
            place = oldest();
            traits[place] = trait;
            firstDays[place] = (short) day;
            traitDays[place] = 0;
        }
        if (lastDays[place] != (short) day || traitDays[place] == 0) {
            traitDays[place] = (byte) Math.min(DAYS, traitDays[place] + 1);
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

    private void count(Evidence piece, long second) {
        if (second / HOUR != hour) {
            hour = second / HOUR;
            sentThisHour = 0;
            openedThisHour = 0;
            removedThisHour = 0;
        }
        if (second / DAY != failureDay) {
            failureDay = second / DAY;
            failures = 0;
        }
        if (piece instanceof SignIn signIn && !signIn.succeeded()) {
            failures += signIn.attempts();
        } else if (piece instanceof SentMessage) {
            sentThisHour++;
        } else if (piece instanceof MailAccess access) {
            openedThisHour += (int) Math.min(FEW_OPENED_AN_HOUR + 1L, Math.max(1, access.items()));
        } else if (piece instanceof MailRemoval removal) {
            removedThisHour += Math.max(1, removal.count());
        }
    }

    private int[] traits(Evidence piece) {
        if (piece instanceof SignIn s) {
            return new int[] {trait(0, place(s.ip(), s.place()), ""), trait(1, family(s.client()), s.protocol().name()),
                trait(2, s.appId().orElse(""), s.application().orElse("")),
                trait(3, s.traits().isEmpty() ? "" : s.traits().stream().sorted().toList().toString(), s.device().orElse("")),
                trait(4, place(s.ip(), s.place()), family(s.client()))};
        }
        if (piece instanceof MailAccess a) {
            return new int[] {trait(5, place(a.actor()), family(a.actor().client())),
                trait(6, a.type().name() + a.throttled(), by(a.actor()))};
        }
        if (piece instanceof SentMessage m) {
            return new int[] {trait(7, place(m.ip(), m.place()), family(m.client())),
                trait(8, m.route().name() + m.from().orElse(""), m.replyTo().orElse("") + m.envelopeFrom().orElse(""))};
        }
        MailRemoval r = (MailRemoval) piece;
        return new int[] {trait(9, place(r.actor()), family(r.actor().client())), trait(10, r.type().name() + by(r.actor()),
                r.folder().orElse("") + "\u0000" + r.destination().orElse(""))};
    }

    private static String by(Actor actor) {
        return actor.role().name() + actor.user().orElse("") + actor.appId().orElse("");
    }

    private static String place(Actor actor) {
        return place(actor.ip(), actor.place());
    }

    private static String place(Optional<IpAddress> ip, Place place) {
        String near = ip.map(IpAddress::neighbourhood).orElse("");
        return place.isUnknown() ? near : near + place.country().orElse("") + place.network().orElse(0L);
    }

    private String family(Optional<String> client) {
        return client.map(families::of).orElse("");
    }

    private static int trait(int property, String value, String other) {
        long print = new Fingerprint().add(property).add(value).add(other).value();
        return (int) (print ^ print >>> 32);
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

    private void meet(String recipient) {
        int bit = bit(recipient);
        circle[bit >> 3] |= (byte) (1 << (bit & 7));
    }

    private boolean knowsAll(List<String> recipients) {
        return BitSet.valueOf(circle).cardinality() <= CIRCLE * 8 / MOST_FULL
                && recipients.stream().mapToInt(Routine::bit).allMatch(bit -> (circle[bit >> 3] >> (bit & 7) & 1) == 1);
    }

    /** One bit for each recipient: where more than a few bits are taken, strangers look like acquaintances. */
    private static int bit(String recipient) {
        return (int) (Fingerprint.of(recipient) & CIRCLE * 8 - 1);
    }

    byte[] write() {
        ByteBuffer out = ByteBuffer.allocate(SIZE);
        for (int i = 0; i < TRAITS; i++) {
            out.putInt(traits[i]).putShort(firstDays[i]).putShort(lastDays[i]).put(traitDays[i]);
        }
        for (int i = 0; i < SLOTS; i++) {
            out.putShort(hours[i]);
        }
        out.put(circle).putLong(latest).putInt((int) hour).putShort((short) failureDay);
        for (int count : new int[] {sentThisHour, openedThisHour, removedThisHour, failures}) {
            out.putShort((short) Math.min(count, Short.MAX_VALUE));
        }
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
        in.get(routine.circle);
        routine.latest = in.getLong();
        routine.hour = in.getInt();
        routine.failureDay = in.getShort();
        routine.sentThisHour = in.getShort();
        routine.openedThisHour = in.getShort();
        routine.removedThisHour = in.getShort();
        routine.failures = in.getShort();
        return routine;
    }
}
