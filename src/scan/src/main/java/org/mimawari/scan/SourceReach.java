package org.mimawari.scan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxAddress;

/**
 * Compares what the logs of one mail system reach: one that covers a few days of the period the others speak of, or
 * names a few of the mailboxes they name, is not the whole, however complete the file looks. What a source has in it of
 * any kind counts as its reach, so a log in which little is sent is not short; nor is one that is silent as long
 * elsewhere as it is at the end.
 */
final class SourceReach {

    private static final Set<EvidenceKind> JUDGED = Set.of(EvidenceKind.SIGN_IN, EvidenceKind.SENT_MESSAGE);
    private static final Set<EvidenceKind> LOGGED = Set.of(EvidenceKind.SIGN_IN, EvidenceKind.SENT_MESSAGE,
            EvidenceKind.MAIL_ACCESS, EvidenceKind.MAIL_REMOVAL, EvidenceKind.SETTING_CHANGE);
    private static final int LONG_ENOUGH_DAYS = 7;
    private static final int MISSING_DAYS = 5;
    private static final int MISSING_PART = 4;
    private static final int MANY_MAILBOXES = 8;
    private static final int FEW_PART = 4;
    private static final int MOST_NAMED = 20;

    private final Footprints footprints;
    private final MailSystems systems;
    private final Predicate<MailboxAddress> own;

    SourceReach(Footprints footprints, MailSystems systems, Predicate<MailboxAddress> own) {
        this.footprints = footprints;
        this.systems = systems;
        this.own = own;
    }

    /** The same coverage, with sources that reach too short marked as partial. */
    List<Coverage> checked(List<Coverage> coverage) {
        Map<String, List<Coverage>> bySystem = new TreeMap<>();
        coverage.forEach(piece -> bySystem.computeIfAbsent(systems.of(piece.source()), any -> new ArrayList<>()).add(piece));
        Map<Coverage, String> partly = new HashMap<>();
        List<Coverage> more = new ArrayList<>();
        for (List<Coverage> system : bySystem.values()) {
            for (EvidenceKind kind : JUDGED) {
                check(system, kind, partly, more);
            }
        }
        List<Coverage> checked = new ArrayList<>();
        coverage.forEach(piece -> checked.add(partly.containsKey(piece) ? partial(piece, partly.get(piece)) : piece));
        checked.addAll(more);
        return checked;
    }

    private void check(List<Coverage> system, EvidenceKind kind, Map<Coverage, String> partly, List<Coverage> more) {
        List<Coverage> whole = system.stream().filter(piece -> piece.kind() == kind && isOfAll(piece)).toList();
        if (whole.isEmpty()) {
            return;
        }
        Optional<String> brief = brief(whole, system);
        brief.ifPresent(why -> whole.forEach(piece -> partly.put(piece, why)));
        if (brief.isEmpty()) {
            Set<MailboxAddress> shown = named(whole);
            few(whole, shown, system).ifPresent(why -> {
                whole.forEach(piece -> partly.put(piece, why));
                shown.stream().sorted().limit(MOST_NAMED).forEach(name -> more.add(of(whole.get(0), name)));
            });
        }
    }

    private static boolean isOfAll(Coverage piece) {
        return piece.mailbox().isEmpty() && piece.state() == Coverage.State.COLLECTED;
    }

    private Optional<String> brief(List<Coverage> whole, List<Coverage> system) {
        TreeSet<Long> days = days(whole);
        TreeSet<Long> period = days(system.stream().filter(piece -> piece.mailbox().isEmpty()
                && LOGGED.contains(piece.kind())).toList());
        if (days.isEmpty() || period.last() - period.first() + 1 < LONG_ENOUGH_DAYS) {
            return Optional.empty();
        }
        long before = days.first() - period.first();
        long behind = period.last() - days.last();
        long edge = Math.max(before, behind);
        boolean isShort = edge >= MISSING_DAYS && edge > 2 * silence(days)
                && (before + behind) * MISSING_PART >= period.last() - period.first() + 1;
        return isShort ? Optional.of("covers only " + span(days) + "; other logs speak of " + span(period))
                : Optional.empty();
    }

    /** The longest time without a record between two others, in days. */
    private static long silence(TreeSet<Long> days) {
        long longest = 0;
        long last = days.first();
        for (long day : days) {
            longest = Math.max(longest, day - last);
            last = day;
        }
        return longest;
    }

    private TreeSet<Long> days(Collection<Coverage> pieces) {
        TreeSet<Long> days = new TreeSet<>();
        pieces.stream().map(Coverage::source).distinct().forEach(source -> days.addAll(footprints.of(source).days()));
        return days;
    }

    private static String span(TreeSet<Long> days) {
        return LocalDate.ofEpochDay(days.first()) + " – " + LocalDate.ofEpochDay(days.last());
    }

    private Optional<String> few(List<Coverage> whole, Set<MailboxAddress> shown, List<Coverage> system) {
        Set<MailboxAddress> all = new HashSet<>(shown);
        // One source may have a row for each mailbox.
        system.stream().map(Coverage::source).distinct().forEach(source -> footprints.of(source).names().stream()
                .filter(own)
                .filter(footprints::isAttended).forEach(all::add));
        if (systems.of(whole.get(0).source()).equals(EvidenceSink.MAIL_SERVER)) {
            return Optional.empty();
        }
        boolean full = whole.stream().anyMatch(piece -> footprints.of(piece.source()).isFull());
        boolean isFew = !full && !shown.isEmpty() && all.size() >= MANY_MAILBOXES
                && shown.size() * FEW_PART <= all.size();
        return isFew ? Optional.of("names only " + shown.size() + " of the " + all.size()
                + " mailboxes that other evidence names") : Optional.empty();
    }

    private Set<MailboxAddress> named(List<Coverage> pieces) {
        Set<MailboxAddress> names = new HashSet<>();
        pieces.forEach(piece -> footprints.of(piece.source()).names().stream().filter(own).forEach(names::add));
        return names;
    }

    private static Coverage partial(Coverage piece, String why) {
        return new Coverage(piece.source(), piece.takenFor(), piece.kind(), piece.mailbox(), Coverage.State.PARTIAL,
                Optional.of(why), piece.from(), piece.to(), piece.count());
    }

    /** For those few it shows all there is. */
    private static Coverage of(Coverage piece, MailboxAddress name) {
        return new Coverage(piece.source(), piece.takenFor(), piece.kind(), Optional.of(name),
                Coverage.State.COLLECTED, Optional.empty(), piece.from(), piece.to(), 0);
    }
}
