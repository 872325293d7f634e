package org.mimawari.connector.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Figures against a real Dovecot, beside a client that only throws bytes away. Set {@code -Dmimawari.imap.mailboxes=200}
 * for the whole of the second story.
 */
@Tag("heavy")
class ImapSpeedTest {

    private static final int MANY = 50_000;
    private static final int EACH = 2_000;

    @BeforeAll
    static void assumeDovecot() {
        DovecotServer.assumePresent();
    }

    @Test
    void readsFiftyThousandSentMessagesInASmallHeap(@TempDir Path folder) throws IOException, InterruptedException {
        List<String> mailboxes = fill(folder, 1, MANY);
        try (DovecotServer dovecot = DovecotServer.start(folder, mailboxes, "open")) {
            compare("50,000 messages of one Sent folder", dovecot, folder, mailboxes, MANY);
        }
    }

    @Test
    void readsManyMailboxes(@TempDir Path folder) throws IOException, InterruptedException {
        int count = Integer.getInteger("mimawari.imap.mailboxes", 20);
        List<String> mailboxes = fill(folder, count, EACH);
        try (DovecotServer dovecot = DovecotServer.start(folder, mailboxes, "open")) {
            compare(count + " mailboxes of 2,000 messages", dovecot, folder, mailboxes, (long) count * EACH);
        }
    }

    /** The first raw run makes the server's indexes and is not counted. */
    private static void compare(String story, DovecotServer dovecot, Path folder, List<String> mailboxes, long messages)
            throws IOException, InterruptedException {
        raw(dovecot, folder, mailboxes);
        String floor = raw(dovecot, folder, mailboxes);
        String scan = ScanInOwnJvm.run(folder.resolve("scan.log"), "usual", dovecot.imaps() + ",TLS," + dovecot.authority()
                + "," + String.join(" ", mailboxes) + "," + DovecotServer.PASSWORD).lines().get(0);
        double ratio = (double) figure(scan, "wall-ms") / figure(floor, "wall-ms");
        double cpu = figure(scan, "cpu-ms") / 1_000.0 / (messages / 1_000.0);
        System.out.printf(Locale.ROOT, "%s: raw %s | scan %s | wall ratio %.2f, client CPU %.3f s per 1,000 messages%n", story,
                floor, scan, ratio, cpu);
        assertThat(figure(scan, "accepted")).isEqualTo(messages);
        // The bars are 0.10 s and 2.0; a shared machine is noisy, so the build fails only far beyond them.
        assertThat(cpu).isLessThanOrEqualTo(0.5);
        assertThat(ratio).isLessThanOrEqualTo(8.0);
    }

    private static String raw(DovecotServer dovecot, Path folder, List<String> mailboxes)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(String.valueOf(dovecot.imaps()), dovecot.authority().toString(),
                DovecotServer.PASSWORD));
        arguments.addAll(mailboxes);
        return ScanInOwnJvm.run(RawFloor.class, folder.resolve("raw.log"), arguments.toArray(new String[0])).lines().get(0);
    }

    private static long figure(String line, String name) {
        String behind = line.substring(line.indexOf(name + "=") + name.length() + 1);
        return Long.parseLong(behind.split(" ")[0]);
    }

    private static List<String> fill(Path folder, int mailboxes, int messages) throws IOException {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < mailboxes; i++) {
            String mailbox = "user" + i + "@shop.example";
            names.add(mailbox);
            DovecotServer.store(folder, mailbox, ".Sent/cur", Map.of());
            Path sent = folder.resolve("mail").resolve(mailbox).resolve("Maildir/.Sent/cur");
            for (int m = 0; m < messages; m++) {
                Files.write(sent.resolve((1_780_000_000L + m) + ".M" + m + ".test:2,S"),
                        message(mailbox, m).getBytes(StandardCharsets.UTF_8));
            }
        }
        return names;
    }

    private static String message(String from, int number) {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.ofEpochSecond(1_780_000_000L + number * 60L).atOffset(ZoneOffset.ofHours(9)));
        return "Return-Path: <" + from + ">\nReceived: from [192.0.2.7] (unknown [192.0.2.7])\n\tby mail.shop.example (Postfix) "
                + "with ESMTPSA id " + number + "\n\tfor <customer@partner.example>; " + date + "\nMessage-ID: <" + number + "."
                + from + ">\nDate: " + date + "\nFrom: " + from + "\nTo: customer" + number % 97 + "@partner.example\nSubject: "
                + "=?UTF-8?B?44GK6KaL56mN44KK44Gu5Lu2?= " + number + "\nUser-Agent: Mozilla Thunderbird\nMIME-Version: 1.0\n"
                + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n" + "A line of the text.\n".repeat(20);
    }
}
