package org.mimawari.connector.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.imap.protocol.Security;
import org.mimawari.connector.imap.protocol.Trust;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.NonDeliveryReport;
import org.mimawari.evidence.SentMessage;
import org.mimawari.evidence.story.SharedFolder;

/** Dovecot and Postfix together: mail is sent to nobody, and the failure that comes back is read. */
@Tag("heavy")
@Timeout(180)
class RealMailTest {

    private static final String FOLDER = "/tmp/mimawari-real-mail";
    private static final String SEND = """
            import smtplib, sys
            s = smtplib.SMTP('127.0.0.1', int(sys.argv[1])); s.starttls(); s.login(sys.argv[2], sys.argv[3])
            s.sendmail(sys.argv[2], ['nouser@elsewhere.example'], 'From: %s\\r\\nTo: nouser@elsewhere.example\\r\\n'
                       'Subject: Invoice overdue\\r\\nMessage-ID: <thief@win>\\r\\n\\r\\ntext\\r\\n' % sys.argv[2]); s.quit()
            """;

    @Test
    void readsARealFailureAndLeavesTheServerAsItWas() throws IOException, InterruptedException, ConnectorException {
        Optional<Path> scripts = SharedFolder.find("real-mail");
        Assumptions.assumeTrue(scripts.isPresent(), SharedFolder.MISSING);
        DovecotServer.assumePresent();
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/sbin/postfix")), "skipped: there is no postfix");
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3")), "skipped: there is no python3");
        try {
            run("bash", scripts.get().resolve("start.sh").toString(), "--dir", FOLDER, "--base", "26000", "--users", "2", "--gen", "700");
            Map<String, String> env = environment();
            String user = "user001@" + env.get("RM_DOMAIN");
            run("python3", "-c", SEND, env.get("RM_SUBMISSION_PORT"), user, env.get("RM_PASSWORD"));
            awaitFailure();
            List<String> before = state(scripts.get());
            CollectedEvidence sink = collect(env, user);
            assertThat(sink.of(SentMessage.class)).hasSize(700);
            assertThat(sink.of(NonDeliveryReport.class)).singleElement().satisfies(report -> {
                assertThat(report.original().messageId()).contains("<thief@win>");
                assertThat(report.original().received()).anyMatch(line -> line.contains("Authenticated sender: " + user));
            });
            assertThat(sink.coverage).noneMatch(Coverage::isBroken);
            assertThat(state(scripts.get())).isEqualTo(before).anyMatch(line -> line.contains("/user001/Maildir/new/"));
        } finally {
            run("bash", scripts.get().resolve("stop.sh").toString(), "--dir", FOLDER, "--purge");
        }
    }

    /**
     * Messages with their flags, folders, subscriptions, rights and scripts. Left out are the server's own lists of UIDs, and
     * the empty folders of {@code auto = create}, which Dovecot makes when anybody first looks into them.
     */
    private static List<String> state(Path scripts) throws IOException, InterruptedException {
        return run("bash", scripts.resolve("state.sh").toString(), "--dir", FOLDER).lines()
                .filter(line -> !line.startsWith("uid ") && !line.matches("dir \\S+/Maildir/\\.(Junk|Trash)")).toList();
    }

    private static CollectedEvidence collect(Map<String, String> env, String user) throws ConnectorException {
        SignInWay master = new SignInWay(Optional.of(env.get("RM_MASTER_USER")), Optional.empty(),
                Optional.of(env.get("RM_MASTER_PASSWORD")), Optional.empty(), false);
        return new Scans(Integer.parseInt(env.get("RM_IMAPS_PORT")), List.of(user), Security.TLS, master,
                new Trust(Optional.of(Path.of(env.get("RM_CA"))), Optional.empty(), ""), false, List.of(), Scans.of(1).limits())
                .collect();
    }

    private static void awaitFailure() throws IOException {
        for (int i = 0; i < 100; i++) {
            try (var files = Files.list(Path.of(FOLDER, "mail/user001/Maildir/new"))) {
                if (files.anyMatch(file -> !file.toString().contains("realmail"))) {
                    return;
                }
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
        throw new IOException("no delivery failure came back");
    }

    private static Map<String, String> environment() throws IOException {
        Map<String, String> values = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of(FOLDER, "real-mail.env"))) {
            String[] pair = line.split("=", 2);
            values.put(pair[0], pair.length > 1 ? pair[1] : "");
        }
        return values;
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("run", ".log");
        int code = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start().waitFor();
        String text = Files.readString(output, StandardCharsets.UTF_8);
        Files.delete(output);
        assertThat(code).as(text).isZero();
        return text;
    }
}
