package org.mimawari.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.story.MailboxStory.mailbox;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.mimawari.connector.Connector;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.incident.Verdict;

/** A log that reaches less far than the others is not shown as the whole. */
class SourceReachTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-12-01T00:00:00Z"), ZoneOffset.UTC);

    /** A tenant of which sign-ins, audit and trace lie in different files. */
    private static final class Files implements Connector {

        private final List<Consumer<EvidenceSink>> steps = new ArrayList<>();

        Files on(String system) {
            steps.add(sink -> sink.enter(system));
            return this;
        }

        Files people(int from, int to) {
            steps.add(sink -> {
                for (int person = from; person < to; person++) {
                    mailbox(address(person)).livesQuietly("2026-11-01", 20).evidence().all().stream()
                            .filter(piece -> piece.kind() == EvidenceKind.SIGN_IN).map(Evidence.class::cast)
                            .forEach(sink::accept);
                }
            });
            return this;
        }

        Files day(String source, String day, int people) {
            return day(source, LocalDate.parse(day), people);
        }

        Files day(String source, LocalDate day, int people) {
            steps.add(sink -> {
                for (int person = 0; person < people; person++) {
                    sink.passes(source, Optional.of(new MailboxAddress(address(person))),
                            day.atTime(9, person % 60).toInstant(ZoneOffset.UTC));
                }
            });
            return this;
        }

        Files days(String source, String from, int days, int people) {
            LocalDate first = LocalDate.parse(from);
            for (int day = 0; day < days; day++) {
                day(source, first.plusDays(day), people);
            }
            return this;
        }

        Files covers(String source, EvidenceKind... kinds) {
            steps.add(sink -> {
                for (EvidenceKind kind : kinds) {
                    sink.cover(new Coverage(source, "test", kind, Optional.empty(), Coverage.State.COLLECTED,
                            Optional.empty(), Optional.empty(), Optional.empty(), 0));
                }
            });
            return this;
        }

        @Override
        public String name() {
            return "files";
        }

        @Override
        public void collect(EvidenceSink sink) {
            mailbox(address(0)).livesQuietly("2026-11-01", 20).evidence().all().forEach(sink::accept);
            steps.forEach(step -> step.accept(sink));
            sink.reject(new EvidenceRef("x", "end", Optional.empty()), "none");
        }
    }

    private static String address(int person) {
        return "person" + person + "@shop.example";
    }

    private static Files tenant() {
        return new Files().covers("settings", EvidenceKind.MAILBOX_RULE, EvidenceKind.FORWARDING_SETTING)
                .covers("audit", EvidenceKind.SIGN_IN, EvidenceKind.SETTING_CHANGE)
                .covers("trace", EvidenceKind.SENT_MESSAGE);
    }

    private static ScanResult scan(Files files) throws IOException, ConnectorException {
        ScanSettings settings = ScanSettings.of("test", OwnDomains.of("shop.example"), ZoneId.of("Asia/Tokyo"));
        return new Scan(settings, CLOCK, Progress.NONE, "test").run(List.of(files));
    }

    @Test
    void aTraceOfOneDayIsNotTheWholeMonth() throws Exception {
        ScanResult result = scan(tenant().days("audit", "2026-11-01", 30, 3).day("trace", "2026-11-20", 3));
        assertThat(result.verdict()).isEqualTo(Verdict.CANNOT_SAY);
        assertThat(result.missing()).singleElement().satisfies(gap -> assertThat(gap.reason()).isEqualTo(
                "trace: covers only 2026-11-20 – 2026-11-20; other logs speak of 2026-11-01 – 2026-11-30"));
    }

    @Test
    void aTraceThatStopsTenDaysEarlyIsNotTheWhole() throws Exception {
        ScanResult result = scan(tenant().days("audit", "2026-11-01", 30, 3).days("trace", "2026-11-01", 20, 3));
        assertThat(result.verdict()).isEqualTo(Verdict.CANNOT_SAY);
    }

    @Test
    void aWeekendWithoutMailIsNoGap() throws Exception {
        ScanResult result = scan(tenant().days("audit", "2026-11-01", 30, 3).days("trace", "2026-11-02", 26, 3));
        assertThat(result.verdict()).isEqualTo(Verdict.NO_SIGN);
    }

    @Test
    void aLogThatIsSilentForAWeekNowAndThenMayBeSoAtItsEnd() throws Exception {
        ScanResult result = scan(tenant().days("audit", "2026-11-01", 30, 1).day("trace", "2026-11-02", 1)
                .day("trace", "2026-11-10", 1).day("trace", "2026-11-19", 1));
        assertThat(result.verdict()).isEqualTo(Verdict.NO_SIGN);
    }

    @Test
    void dailyFilesAreOneLog() throws Exception {
        Files files = tenant().days("audit", "2026-11-01", 30, 3).days("trace", "2026-11-01", 15, 3)
                .covers("trace-2", EvidenceKind.SENT_MESSAGE).days("trace-2", "2026-11-16", 15, 3);
        assertThat(scan(files).verdict()).isEqualTo(Verdict.NO_SIGN);
    }

    @Test
    void signInsOfThreePeopleSayNothingOfTwenty() throws Exception {
        ScanResult result = scan(tenant().days("audit", "2026-11-01", 30, 3).days("trace", "2026-11-01", 30, 20)
                .people(10, 12));
        assertThat(result.missing()).extracting(gap -> gap.kind() + " " + gap.reason())
                .containsExactly("SIGN_IN audit: names only 3 of the 20 mailboxes that other evidence names");
    }

    @Test
    void thoseThreePeopleThemselvesWereLookedAt() throws Exception {
        ScanResult result = scan(tenant().days("audit", "2026-11-01", 30, 3).days("trace", "2026-11-01", 30, 20));
        assertThat(result.mailboxes()).extracting(MailboxResult::verdict).containsOnly(Verdict.NO_SIGN);
    }

    @Test
    void inAServersOwnLogFewMayAppear() throws Exception {
        ScanResult result = scan(new Files().covers("settings", EvidenceKind.MAILBOX_RULE, EvidenceKind.FORWARDING_SETTING)
                .on(EvidenceSink.MAIL_SERVER).covers("audit", EvidenceKind.SIGN_IN).covers("trace", EvidenceKind.SENT_MESSAGE)
                .days("audit", "2026-11-01", 30, 20).days("trace", "2026-11-01", 30, 3));
        assertThat(result.coverage()).extracting(Coverage::state).containsOnly(Coverage.State.COLLECTED);
    }

    @Test
    void inASmallOfficeNotEverybodySignsIn() throws Exception {
        ScanResult result = scan(tenant().days("audit", "2026-11-01", 30, 2).days("trace", "2026-11-01", 30, 5));
        assertThat(result.verdict()).isEqualTo(Verdict.NO_SIGN);
    }
}
