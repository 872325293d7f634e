package org.mimawari.scan;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.TenantHabits;
import org.mimawari.indicator.Finding;
import org.mimawari.store.ValueReader;
import org.mimawari.store.ValueWriter;
import org.mimawari.store.state.Casebook;
import org.mimawari.store.state.StateException;

/**
 * What was usual in the organisation when its mailboxes were last judged. More that is usual can only excuse more: then
 * only mailboxes in which something was found need be judged anew. Anything else makes all of them.
 */
final class KnownHabits {

    private static final String HABITS = "habits";

    private enum Step { SAME, MORE, OTHER }

    private final Casebook book;
    private TenantHabits now = TenantHabits.UNKNOWN;
    private Step step = Step.OTHER;

    KnownHabits(Casebook book) {
        this.book = book;
    }

    void compare(TenantHabits habits) throws StateException {
        now = habits;
        step = book.remark(HABITS).flatMap(KnownHabits::find).map(before -> step(before, habits)).orElse(Step.OTHER);
    }

    private static Step step(TenantHabits before, TenantHabits after) {
        if (before.equals(after)) {
            return Step.SAME;
        }
        boolean isMore = after.countries().containsAll(before.countries()) && !before.countries().isEmpty() == !after.countries().isEmpty()
                && after.egress().containsAll(before.egress()) && after.networks().containsAll(before.networks())
                && after.weeks().containsAll(before.weeks()) && follow(before.weeks(), after.weeks());
        return isMore ? Step.MORE : Step.OTHER;
    }

    /** True where the weeks that are new come after those that were known: silence in the past is judged by them. */
    private static boolean follow(Set<Long> before, Set<Long> after) {
        long last = before.isEmpty() ? Long.MIN_VALUE : Collections.max(before);
        Set<Long> more = new HashSet<>(after);
        more.removeAll(before);
        return more.stream().allMatch(week -> week > last);
    }

    /** True where a judgement with these findings still stands. */
    boolean allow(List<Finding> findings) {
        return step == Step.SAME || step == Step.MORE && findings.isEmpty();
    }

    void save() throws StateException {
        if (step != Step.SAME) {
            book.remark(HABITS, write(now));
        }
    }

    static byte[] write(TenantHabits habits) {
        ValueWriter out = new ValueWriter();
        out.each(habits.countries(), out::text).each(habits.egress(), address -> out.text(address.text()));
        out.number(habits.mailboxes()).each(habits.networks(), out::number).each(habits.weeks(), out::number);
        return out.take();
    }

    /** Empty where it is damaged, so that all mailboxes are judged anew. */
    private static Optional<TenantHabits> find(byte[] bytes) {
        try {
            return Optional.of(read(bytes));
        } catch (IndexOutOfBoundsException | IllegalArgumentException | NegativeArraySizeException
                | ArithmeticException e) {
            return Optional.empty();
        }
    }

    static TenantHabits read(byte[] bytes) {
        ValueReader in = new ValueReader(bytes);
        return new TenantHabits(Set.copyOf(in.each(in::text)), Set.copyOf(in.each(() -> new IpAddress(in.text()))),
                Math.toIntExact(in.number()), Set.copyOf(in.each(in::number)), Set.copyOf(in.each(in::number)));
    }
}
