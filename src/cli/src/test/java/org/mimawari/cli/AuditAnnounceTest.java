package org.mimawari.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class AuditAnnounceTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T03:00:00Z");

    @TempDir
    private Path folder;
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger answer = new AtomicInteger(200);
    private HttpServer hook;
    private Instant now = MONDAY;

    @BeforeEach
    void openHook() throws IOException {
        hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hook.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (answer.get() == 200) {
                told.add(body);
            }
            exchange.sendResponseHeaders(answer.get(), -1);
            exchange.close();
        });
        hook.start();
        Files.createDirectories(folder.resolve("shop"));
        Files.writeString(folder.resolve("shop/rules.csv"), "MailboxOwnerId,Name,Enabled,Priority,SubjectContainsWords,"
                + "ForwardTo,MoveToFolder,DeleteMessage,MarkAsRead,StopProcessingRules\n\"aoi@shop.example\",\".\",\"True\",\"1\","
                + "\"invoice\",\"smtp:away@attacker.example\",\"\",\"True\",\"True\",\"True\"\n");
    }

    @AfterEach
    void closeHook() {
        hook.stop(0);
    }

    @Test
    void announcesAnIncidentOnce() throws IOException {
        configure("shop");

        round();
        round();

        assertThat(told).singleElement().asString().contains("aoi@shop.example", "\"new\"");
    }

    @Test
    void bringsWhatAChannelRefusedForADay() throws IOException {
        configure("shop");
        answer.set(503);

        CommandRun refused = round();
        now = now.plus(Duration.ofDays(1));
        answer.set(200);
        round();
        round();

        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.err()).contains("webhook", "tried again");
        assertThat(told).filteredOn(each -> each.contains("aoi@shop.example")).hasSize(1);
    }

    @Test
    void goesOnWithTheOtherTenantsWhereOneFails() throws IOException {
        configure("missing", "shop");

        CommandRun run = round();
        round();

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("tenant missing", "there is no file or folder");
        assertThat(run.out()).contains("shop: 1 new");
        assertThat(told).hasSize(2).anyMatch(each -> each.contains("The round failed")).anyMatch(each -> each.contains("aoi@"));
    }

    @Test
    void goesOnWithTheOtherTenantsWhereASecretOfOneIsMissing() throws IOException {
        configure("locked", "shop");
        lock("locked");

        CommandRun run = round();

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("tenant locked", "MIMAWARI_TEST_NOWHERE is not set");
        assertThat(run.out()).contains("shop: 1 new");
        assertThat(told).hasSize(2).anyMatch(each -> each.contains("locked") && each.contains("MIMAWARI_TEST_NOWHERE"));
        assertThat(Files.readString(folder.resolve("mimawari.prom"))).contains(
                "mimawari_last_success_timestamp_seconds{tenant=\"locked\"} 0",
                "mimawari_last_success_timestamp_seconds{tenant=\"shop\"} " + MONDAY.getEpochSecond());
    }

    @Test
    void theCodeTellsOfATenantWhoseSecretIsMissing() throws IOException {
        configure("locked", "shop");
        Files.writeString(folder.resolve("shop/rules.csv"), "MailboxOwnerId,Name,Enabled\n");
        lock("locked");

        assertThat(round().code()).isEqualTo(2);
    }

    @Test
    void scansTheOtherTenantsWhereASecretOfOneIsMissing() throws IOException {
        configure("locked", "shop");
        lock("locked");
        String file = folder.resolve("mimawari.yaml").toString();

        CommandRun scan = CommandRun.at(now, "scan", "-c", file, "-o", folder.resolve("report").toString());
        CommandRun doctor = CommandRun.at(now, "doctor", "-c", file);

        assertThat(scan.code()).isEqualTo(3);
        assertThat(scan.err()).contains("tenant locked", "MIMAWARI_TEST_NOWHERE is not set");
        assertThat(folder.resolve("report/shop/report.json")).isNotEmptyFile();
        assertThat(doctor.code()).isEqualTo(2);
        assertThat(doctor.out()).contains("locked: ", "MIMAWARI_TEST_NOWHERE is not set", "shop: export");
    }

    @Test
    void warnsOfASecretInClearAndWorksAllTheSame() throws IOException {
        configure("shop");
        String file = folder.resolve("mimawari.yaml").toString();

        CommandRun run = round();
        CommandRun doctor = CommandRun.at(now, "doctor", "-c", file);

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("warning: mimawari.yaml line", "'secret'", "${file:PATH}")
                .doesNotContain("a secret of some length");
        assertThat(doctor.out()).contains("warning: mimawari.yaml line", "'secret'")
                .doesNotContain("a secret of some length");
        assertThat(doctor.code()).isZero();
    }

    @Test
    void wordsFailuresInTheLanguageOfTheChannel() throws IOException {
        configure("missing", "locked");
        lock("locked");
        Path file = folder.resolve("mimawari.yaml");
        Files.writeString(file, Files.readString(file).replace("- type: webhook", "- type: webhook\n    lang: ja"));

        round();
        now = now.plus(Duration.ofHours(5));
        round();

        assertThat(told).anyMatch(each -> each.contains("定期確認に失敗しました: ファイルまたはフォルダー"))
                .anyMatch(each -> each.contains("環境変数 MIMAWARI_TEST_NOWHERE が設定されていません"))
                .noneMatch(each -> each.contains("The round") || each.contains("is not set"));
    }

    @Test
    void saysInTheCommandsLanguageWhatAChannelDoesNotTake() throws IOException {
        configure("shop");
        answer.set(503);

        CommandRun run = CommandRun.at(now, "audit", "-c", folder.resolve("mimawari.yaml").toString(), "--lang", "ja");

        assertThat(run.err()).contains("mimawari: announce: webhook: 約", "分後に再送します: 受信先 127.0.0.1 の応答: 503");
    }

    @Test
    void findsTheTenantOfAnAcknowledgedIncident() throws IOException {
        configure("shop");
        String id = round().out().replaceAll("(?s).*(I-[0-9a-f]+).*", "$1");

        CommandRun ack = CommandRun.at(now, "ack", id, "--owner", "sato", "--why", "known", "-c",
                folder.resolve("mimawari.yaml").toString());

        assertThat(ack.code()).isZero();
        assertThat(ack.out()).contains(id, "sato");
    }

    @Test
    void leavesASignOfLife() throws IOException {
        configure("shop");

        round();

        assertThat(Files.readString(folder.resolve("mimawari.prom"))).contains(
                "mimawari_last_success_timestamp_seconds{tenant=\"shop\"} " + MONDAY.getEpochSecond(),
                "status=\"new\",level=\"critical\"} 1");
    }

    @Test
    void keepsTheOthersInTheSignOfLifeWhereOneTenantIsAskedFor() throws IOException {
        configure("shop", "missing");
        round();

        CommandRun.at(now, "audit", "-c", folder.resolve("mimawari.yaml").toString(), "--tenant", "shop");

        assertThat(Files.readString(folder.resolve("mimawari.prom"))).contains("tenant=\"shop\"", "tenant=\"missing\"");
    }

    @Test
    void tellsMissedRounds() throws IOException {
        configure("shop");
        round();
        now = now.plus(Duration.ofHours(5));

        assertThat(round().out()).contains("Rounds were missed");
        assertThat(round().out()).doesNotContain("missed");
        assertThat(told).hasSize(2);
    }

    @Test
    void staysAndGoesRoundUntilItIsAskedToStop() throws IOException {
        configure("shop");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        Console console = new Console(stream, stream, false, false, 80, false);
        List<Instant> waits = new ArrayList<>();
        Stopping afterTwo = moment -> waits.add(moment) && waits.size() < 3;

        new CommandLine(new AuditCommand(console, Clock.fixed(MONDAY, ZoneOffset.UTC), () -> afterTwo))
                .setCaseInsensitiveEnumValuesAllowed(true).execute("-c", folder.resolve("mimawari.yaml").toString(), "--every", "5m");

        assertThat(out.toString(StandardCharsets.UTF_8).lines().filter(line -> line.contains("nothing new"))).hasSize(2);
        assertThat(waits).allSatisfy(moment -> assertThat(moment).isBetween(MONDAY.plusSeconds(300), MONDAY.plusSeconds(330)));
    }

    private CommandRun round() {
        CommandRun run = CommandRun.at(now, "audit", "-c", folder.resolve("mimawari.yaml").toString());
        now = now.plus(Duration.ofHours(1));
        return run;
    }

    /** From now on the tenant's evidence needs a secret that nobody has. */
    private void lock(String tenant) throws IOException {
        Path file = folder.resolve("mimawari.yaml");
        Files.writeString(file, Files.readString(file).replace("paths: " + tenant,
                "paths: ${env:MIMAWARI_TEST_NOWHERE}"));
    }

    private void configure(String... tenants) throws IOException {
        StringBuilder text = new StringBuilder("state: state.db\nexpected: 1h\nheartbeat: mimawari.prom\n"
                + "announce:\n  - type: webhook\n    url: http://127.0.0.1:" + hook.getAddress().getPort() + "/\n"
                + "    secret: a secret of some length\ntenants:\n");
        for (String tenant : tenants) {
            text.append("  - name: ").append(tenant).append("\n    own-domains: [shop.example]\n    connectors:\n"
                    + "      - type: export\n        paths: ").append(tenant).append('\n');
        }
        Files.writeString(folder.resolve("mimawari.yaml"), text);
    }
}
