package org.mimawari.indicator.outgoing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Stretches of messages that share something the mailbox's mail never had before: a subject, a link, a reply address.
 * Shared with mail of more than a day earlier, it is a habit and no finding. Linear in the messages.
 */
public final class KeyedStretches {

    /** What a mailbox did is remembered so long. */
    private static final Duration REMEMBERED = Duration.ofDays(90);
    private static final Duration OF_THE_SAME_ACT = Duration.ofHours(24);

    /** An attacker may take a new key for each message: the widest are enough. */
    private static final int MOST = 50;
    private static final Comparator<Keyed> WIDEST = Comparator
            .comparingLong((Keyed keyed) -> -keyed.stretch().volume().recipients()).thenComparing(Keyed::key);

    private final Map<String, List<Mailing>> groups = new HashMap<>();
    private final Duration window;

    /** A stretch and what its messages share. */
    public record Keyed(String key, Stretch stretch) {}

    /** Decides whether the messages of one window are too many. */
    @FunctionalInterface
    public interface Limit {
        boolean isExceeded(Volume window);
    }

    /**
     * @param keys what a message may share with others; none where it does not count
     */
    public KeyedStretches(List<Mailing> mailings, Duration window, Function<Mailing, Collection<String>> keys) {
        this.window = window;
        for (Mailing mailing : mailings) {
            Collection<String> own = keys.apply(mailing);
            for (String key : own.size() > 1 ? new HashSet<>(own) : own) {
                groups.computeIfAbsent(key, any -> new ArrayList<>()).add(mailing);
            }
        }
    }

    /** The stretches in which something new was shared, in order of time; the widest 50. */
    public List<Keyed> find(Limit limit) {
        return find(1, limit);
    }

    /**
     * As {@link #find(Limit)}.
     *
     * @param fewest how many messages the limit asks for at the very least
     */
    public List<Keyed> find(int fewest, Limit limit) {
        List<Keyed> found = new ArrayList<>();
        groups.forEach((key, mailings) -> {
            if (mailings.size() >= fewest) {
                find(key, mailings, limit, found);
            }
        });
        return found.stream().sorted(WIDEST).limit(MOST)
                .sorted(Comparator.comparing((Keyed keyed) -> keyed.stretch().from()).thenComparing(Keyed::key))
                        .toList();
    }

    private void find(String key, List<Mailing> mailings, Limit limit, List<Keyed> found) {
        for (Stretch stretch : new StretchSearch(mailings, window, Mailing::recipients)
                .find((volume, first, last) -> limit.isExceeded(volume))) {
            if (isNew(mailings, stretch.from())) {
                found.add(new Keyed(key, stretch));
            }
        }
    }

    private static boolean isNew(List<Mailing> mailings, Instant from) {
        Instant latest = from.minus(OF_THE_SAME_ACT);
        Instant oldest = from.minus(REMEMBERED);
        for (Mailing mailing : mailings) {
            if (!mailing.time().isBefore(latest)) {
                return true;
            }
            if (mailing.time().isAfter(oldest)) {
                return false;
            }
        }
        return true;
    }
}
