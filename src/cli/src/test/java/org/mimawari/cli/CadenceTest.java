package org.mimawari.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mimawari.simulator.PlantedIncident;
import org.mimawari.simulator.SimulatedCompany;

/**
 * Replays each takeover on a simulated clock with a round every minute, and prints how long it took until it was
 * announced and how much mail was out by then. The evidence appears at the moment it tells of: no system is slow here.
 */
@Tag("heavy")
class CadenceTest {

    private static final List<String> TABLE = new ArrayList<>(List.of(String.format("%-4s %-26s %-22s %10s %10s", "id",
            "mailbox", "first malicious act", "minutes", "mails out")));

    @TempDir
    private Path folder;

    @AfterAll
    static void print() throws IOException {
        Path file = Path.of("target", "cadence.txt");
        Files.write(file, TABLE, StandardCharsets.UTF_8);
        TABLE.forEach(System.err::println);
    }

    @ParameterizedTest
    @CsvSource({"S0, 240", "S1, 30", "S2, 5", "S3, 5", "S4, 60"})
    void announcesATakeoverInTime(String id, int minutes) throws IOException {
        SimulatedCompany company = new SimulatedCompany(Set.of(id), 10);
        PlantedIncident planted = company.incidents().get(0);
        round(company, planted.from().minus(Duration.ofHours(1)));
        Optional<Instant> announced = Optional.empty();
        Instant now = planted.from().minusSeconds(planted.from().getEpochSecond() % 60);
        while (announced.isEmpty() && now.isBefore(planted.from().plus(Duration.ofMinutes(minutes + 2L)))) {
            now = now.plus(Duration.ofMinutes(1));
            boolean told = round(company, now).out().lines().anyMatch(line -> line.contains(planted.mailbox())
                    && (line.startsWith("New  High") || line.startsWith("New  Critical") || line.startsWith("Graver")));
            announced = told ? Optional.of(now) : Optional.empty();
        }
        TABLE.add(String.format("%-4s %-26s %-22s %10s %10d", id, planted.mailbox(), planted.from(),
                announced.map(at -> String.valueOf(Duration.between(planted.from(), at).toMinutes())).orElse("never"),
                mails(planted, now)));

        assertThat(announced).as(id + " within " + minutes + " minutes").isPresent();
        assertThat(Duration.between(planted.from(), announced.orElseThrow())).isLessThanOrEqualTo(Duration.ofMinutes(minutes));
    }

    private CommandRun round(SimulatedCompany company, Instant now) throws IOException {
        company.writeAt(folder.resolve("evidence"), now);
        return CommandRun.at(now, "audit", "--export", folder.resolve("evidence").toString(), "--own-domain",
                SimulatedCompany.DOMAIN, "--state", folder.resolve("state.db").toString());
    }

    /** Messages of the mailbox that a server took since the first malicious act. */
    private long mails(PlantedIncident planted, Instant until) throws IOException {
        Pattern accepted = Pattern.compile("sasl_username=" + Pattern.quote(planted.mailbox()) + "$");
        try (var log = Files.lines(folder.resolve("evidence/mx1/mail.log"));
                var trace = Files.lines(folder.resolve("evidence/microsoft365/message-trace.csv"))) {
            long fromServer = log.filter(line -> accepted.matcher(line).find())
                    .filter(line -> !Instant.from(java.time.OffsetDateTime.parse(line.substring(0, line.indexOf(' '))))
                            .isBefore(planted.from())).count();
            long fromCloud = trace.filter(row -> row.contains("\",\"" + planted.mailbox() + "\",\""))
                    .filter(row -> !Instant.parse(row.substring(1, 20) + "Z").isBefore(planted.from())).count();
            return fromServer + fromCloud;
        }
    }
}
