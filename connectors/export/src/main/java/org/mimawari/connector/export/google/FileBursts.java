package org.mimawari.connector.export.google;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.Origin;
import org.mimawari.evidence.Parameter;
import org.mimawari.evidence.SettingChange;
import org.mimawari.evidence.SettingTopic;

/**
 * Counts files that one account deleted or downloaded; fifty within an hour are a change of their own beside the single
 * events. Remembers 500,000 files; those beyond are not counted.
 */
final class FileBursts {

    private static final int MANY = 50;
    private static final int MOST = 500_000;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Comparator<Moment> IN_TIME = Comparator.comparing(Moment::when).thenComparing(Moment::ref);

    private final EvidenceSink sink;
    private final Map<Series, List<Moment>> moments = new TreeMap<>();
    private int remembered;

    /** What one account does to files. */
    private record Series(String mailbox, String operation, SettingTopic topic) implements Comparable<Series> {
        @Override
        public int compareTo(Series other) {
            int byMailbox = mailbox.compareTo(other.mailbox);
            return byMailbox != 0 ? byMailbox : operation.compareTo(other.operation);
        }
    }

    /** One file. */
    private record Moment(Instant when, EvidenceRef ref, Actor actor) {}

    FileBursts(EvidenceSink sink) {
        this.sink = sink;
    }

    void saw(Scene scene, String operation, SettingTopic topic) {
        Optional<MailboxAddress> who = scene.actor();
        Optional<Instant> when = scene.activity().time();
        if (who.isEmpty() || when.isEmpty() || remembered >= MOST) {
            return;
        }
        remembered++;
        moments.computeIfAbsent(new Series(who.get().text(), operation, topic), any -> new ArrayList<>())
                .add(new Moment(when.get(), scene.activity().ref(), scene.activity().actor().as(Actor.Role.OWNER)));
    }

    void finish() {
        moments.forEach(this::give);
        moments.clear();
        remembered = 0;
    }

    private void give(Series series, List<Moment> all) {
        all.sort(IN_TIME);
        int from = 0;
        int start = -1;
        for (int to = 0; to < all.size(); to++) {
            while (all.get(from).when().isBefore(all.get(to).when().minus(HOUR))) {
                from++;
            }
            boolean many = to - from + 1 >= MANY;
            if (many && start < 0) {
                start = from;
            }
            boolean last = to + 1 == all.size() || all.get(to + 1).when().isAfter(all.get(to).when().plus(HOUR));
            if (last && start >= 0) {
                accept(series, all.subList(start, to + 1));
                start = -1;
            }
        }
    }

    private void accept(Series series, List<Moment> burst) {
        Moment first = burst.get(0);
        Moment last = burst.get(burst.size() - 1);
        Origin origin = Origin.of(new MailboxAddress(series.mailbox()), first.when(), first.ref());
        List<Parameter> parameters = List.of(new Parameter("files", Integer.toString(burst.size())),
                new Parameter("until", last.when().toString()));
        sink.accept(new SettingChange(origin, series.topic(), series.operation(),
                Optional.of(burst.size() + " files"), parameters, true, first.actor()));
    }
}
