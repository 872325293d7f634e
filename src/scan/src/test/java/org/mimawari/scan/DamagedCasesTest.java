package org.mimawari.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.store.state.Casebook.SourceName;
import org.mimawari.store.state.StateException;

/** What a bad disk makes of a casebook costs time, or is told; nobody becomes clean by it. */
class DamagedCasesTest {

    @TempDir
    private Path folder;

    private TwoWays shop() throws Exception {
        TwoWays both = new TwoWays(folder, ScanSettings.of("shop", new OwnDomains(Set.of("shop.example")),
                ZoneOffset.UTC));
        both.round("story", days("2026-10-01", 20)).areEqual();
        both.round("story", MailboxStory.mailbox("aoi@shop.example")
                .forwardsTo("2026-10-21T00:05:00Z", "away@attacker.example", false).evidence().all()).areEqual();
        return both;
    }

    private static List<Evidence> days(String from, int days) {
        List<Evidence> all = new ArrayList<>(MailboxStory.mailbox("aoi@shop.example").livesQuietly(from,
                days).evidence().all());
        all.addAll(MailboxStory.mailbox("ken@shop.example").livesQuietly(from, days).evidence().all());
        return all;
    }

    @ParameterizedTest
    @CsvSource({"case_file", "case_source", "case_record", "judgement"})
    void noByteOfTheCasebookCanBeLostUnnoticed(String table) throws Exception {
        TwoWays both = shop();
        Random random = new Random(7);
        for (int day = 0; day < 20; day++) {
            damage(table, random);
            try {
                both.round("story", days("2026-11-" + (10 + day / 2), 1)).findTheSame();
            } catch (StateException e) {
                assertThat(e).hasMessageContaining("is damaged");
                both.filingAnew();
                both.rounds(List.of());
            }
        }
    }

    @Test
    void aCasebookOfWhichHalfIsGoneIsMadeAgain() throws Exception {
        TwoWays both = shop();
        change("DELETE FROM case_source WHERE connector = ''");

        both.round("story", days("2026-11-11", 1)).areEqual();
    }

    @Test
    void twoConnectorsMayHaveASourceOfTheSameName() throws Exception {
        TwoWays both = shop();

        both.round(List.of(new TwoWays.Step(new SourceName("other", "story"), days("2026-11-02", 3),
                false))).areEqual();
        both.round(List.of(new TwoWays.Step(new SourceName("other", "story"), List.of(), true))).areEqual();
    }

    /** Changes a byte, takes bytes off the end, or leaves nothing. */
    private void damage(String table, Random random) throws SQLException {
        try (Connection connection = connection(); PreparedStatement read =
                connection.prepareStatement("SELECT rowid, bytes FROM " + table + " ORDER BY random() LIMIT 1");
                ResultSet row = read.executeQuery(); PreparedStatement write =
                        connection.prepareStatement("UPDATE " + table + " SET bytes = ? WHERE rowid = ?")) {
            row.next();
            write.setLong(2, row.getLong(1));
            byte[] bytes = row.getBytes(2);
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
            write.setBytes(1, Arrays.copyOf(bytes, random.nextInt(3) == 0 ? random.nextInt(bytes.length)
                    : bytes.length));
            write.executeUpdate();
        }
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = connection(); PreparedStatement change = connection.prepareStatement(sql)) {
            change.executeUpdate();
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("state.db"));
    }
}
