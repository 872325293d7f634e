package org.mimawari.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.simulator.SimulatedCompany;

/** A company is watched for six weeks, round after round; in the end the rounds must know what one scan over all of it does. */
class RoundsOfTheCompanyTest {

    private static final Instant FIRST = Instant.parse("2026-10-12T20:00:00Z");
    private static final Instant LAST = Instant.parse("2026-11-15T00:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void knowAfterSixWeeksWhatOneScanKnows() throws IOException {
        SimulatedCompany company = new SimulatedCompany(Set.of("S0", "S1", "S2", "S3", "S4"), 200);
        for (Instant now = FIRST; now.isBefore(LAST); now = now.plus(Duration.ofHours(77))) {
            round(company, now);
        }
        round(company, LAST);

        CommandRun.at(LAST, "scan", "--export", folder.resolve("evidence").toString(), "--own-domain",
                SimulatedCompany.DOMAIN, "-o", folder.resolve("whole").toString());

        assertThat(AuditTest.withoutRun(folder.resolve("rounds/export/report.json")))
                .isEqualTo(AuditTest.withoutRun(folder.resolve("whole/report.json")));
    }

    private void round(SimulatedCompany company, Instant now) throws IOException {
        company.writeAt(folder.resolve("evidence"), now);
        Files.deleteIfExists(folder.resolve("rounds/export/report.json"));
        CommandRun.at(now, "audit", "--export", folder.resolve("evidence").toString(), "--own-domain",
                SimulatedCompany.DOMAIN, "--state", folder.resolve("state.db").toString(), "-o",
                folder.resolve("rounds").toString());
    }
}
