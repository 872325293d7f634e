package org.mimawari.report.page;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mimawari.indicator.Citation;
import org.mimawari.indicator.Fact;
import org.mimawari.indicator.Finding;
import org.mimawari.report.wording.Phrasing;

/**
 * Why a stage of a takeover is taken to belong to the earlier ones: the strongest of what they have in common. A session
 * says most, then the same record, the network address with the client, the address alone; nearness in time says least.
 */
final class JoinBasis {

    private static final List<String> ADDRESSES = List.of("ip", "addresses");

    private JoinBasis() {}

    /** In words; empty where there is nothing to join. */
    static String of(Collection<Finding> earlier, Collection<Finding> stage, Voice voice) {
        if (earlier.isEmpty() || stage.isEmpty()) {
            return "";
        }
        Optional<String> session = common(earlier, stage, List.of("session"));
        Optional<String> address = common(earlier, stage, ADDRESSES);
        Optional<String> client = common(earlier, stage, List.of("client"));
        if (session.isPresent()) {
            return voice.wording().phrase("join.session");
        }
        if (sharesRecord(earlier, stage)) {
            return voice.wording().phrase("join.record");
        }
        if (address.isPresent()) {
            return voice.wording().phrase(client.isPresent() ? "join.address-and-client" : "join.address",
                    Voice.name(address.get()));
        }
        return byTime(earlier, stage, voice);
    }

    private static Optional<String> common(Collection<Finding> earlier, Collection<Finding> stage, List<String> names) {
        Set<String> both = values(earlier, names);
        both.retainAll(values(stage, names));
        return both.stream().findFirst();
    }

    private static Set<String> values(Collection<Finding> findings, List<String> names) {
        return findings.stream().flatMap(finding -> names.stream().flatMap(name -> finding.reason().find(name).stream()))
                .flatMap(JoinBasis::texts).filter(text -> text.length() > 1).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> texts(Fact fact) {
        if (fact instanceof Fact.Text text) {
            return Stream.of(text.value());
        }
        return fact instanceof Fact.Texts several ? several.values().stream() : Stream.empty();
    }

    /** The source's own id of a record, as a Message-ID, cited by both. */
    private static boolean sharesRecord(Collection<Finding> earlier, Collection<Finding> stage) {
        Set<String> ids = records(earlier).collect(Collectors.toSet());
        return records(stage).anyMatch(ids::contains);
    }

    private static Stream<String> records(Collection<Finding> findings) {
        return findings.stream().flatMap(finding -> finding.citation().sample().stream()).map(Citation.Cited::ref)
                .flatMap(ref -> ref.recordId().stream());
    }

    private static String byTime(Collection<Finding> earlier, Collection<Finding> stage, Voice voice) {
        Optional<Instant> first = onset(earlier);
        Optional<Instant> then = onset(stage);
        if (first.isEmpty() || then.isEmpty()) {
            return voice.wording().phrase("join.mailbox");
        }
        Duration between = Duration.between(Phrasing.clamped(first.get()), Phrasing.clamped(then.get()));
        return voice.wording().phrase(between.isNegative() ? "join.time-before" : "join.time", voice.phrasing().span(between));
    }

    private static Optional<Instant> onset(Collection<Finding> findings) {
        return findings.stream().flatMap(finding -> finding.when().from().stream()).min(Instant::compareTo);
    }
}
