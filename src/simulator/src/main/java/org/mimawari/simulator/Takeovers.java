package org.mimawari.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.mimawari.simulator.CloudRecords.Session;

/** The five takeovers, each after a public case of a Japanese organisation. */
final class Takeovers {

    private static final String GUESSER = "203.0.113.77";
    private static final String BOTNET = "198.51.100.23";
    private static final String RELAY_CLIENT = "203.0.113.130";
    private static final Place AMSTERDAM = new Place("203.0.113.201", "NL", "Amsterdam", 9009, 52.37, 4.9);

    private final CloudRecords cloud;
    private final ServerLog server;
    private final Recorded recorded;
    private final Mails mails;
    private int strangers;

    Takeovers(CloudRecords cloud, ServerLog server, Recorded recorded, Chance chance) {
        this.cloud = cloud;
        this.server = server;
        this.recorded = recorded;
        this.mails = new Mails(chance);
    }

    List<PlantedIncident> plant(Set<String> ids, int scale) {
        return List.of("S0", "S1", "S2", "S3", "S4").stream().filter(ids::contains).map(id -> switch (id) {
            case "S0" -> relayThroughInfo();
            case "S1" -> bouncesForMailNeverSent();
            case "S2" -> twentyMinutesOfNoreply();
            case "S3" -> fromDawnToDusk(scale);
            default -> quietTheft();
        }).toList();
    }

    /** S0: the password of info@ is guessed in the early evening; spam runs through the night. */
    private PlantedIncident relayThroughInfo() {
        Persona info = Company.named("info");
        Instant start = Calendar.at("2026-11-09", "18:50:00");
        for (int i = 0; i < 40; i++) {
            server.failedImapLogin(start.plusSeconds(45L * i), info, GUESSER);
        }
        server.imapLogin(start.plusSeconds(45L * 40), info, GUESSER);
        Instant first = Calendar.at("2026-11-09", "19:40:00");
        Instant last = run(info, RELAY_CLIENT, first, new Run(380, 4, Duration.ofSeconds(60)));
        return new PlantedIncident("S0", info.address(), start, last);
    }

    /** S1: an employee finds delivery failures for mail that nobody here sent; the server's log was not kept. */
    private PlantedIncident bouncesForMailNeverSent() {
        Persona suzuki = Company.named("suzuki");
        Instant first = Calendar.at("2026-11-10", "13:20:00");
        for (int i = 0; i < 36; i++) {
            recorded.store(suzuki, "INBOX", mails.ownBounce(suzuki, Contacts.stranger(strangers++),
                    first.plusSeconds(120L * i), RELAY_CLIENT));
        }
        for (int i = 0; i < 6; i++) {
            Persona yoshida = Company.named("yoshida");
            recorded.store(yoshida, "INBOX", mails.forgedBounce(yoshida, Contacts.stranger(90_000 + i),
                    first.plusSeconds(300L * i)));
        }
        return new PlantedIncident("S1", suzuki.address(), first, first.plusSeconds(120L * 35));
    }

    /** S2: noreply@ sends all over the world from 13:58 to 14:17, after signing in like a person. */
    private PlantedIncident twentyMinutesOfNoreply() {
        Persona noreply = Company.named("noreply");
        Instant login = Calendar.at("2026-11-11", "13:55:00");
        server.imapLogin(login, noreply, BOTNET);
        Instant last = run(noreply, BOTNET, Calendar.at("2026-11-11", "13:58:00"), new Run(400, 5, Duration.ofMillis(2_850)));
        return new PlantedIncident("S2", noreply.address(), login, last);
    }

    /** S3: 120,000 mails from a public-relations mailbox between 04:45 and 17:15. */
    private PlantedIncident fromDawnToDusk(int scale) {
        Persona koho = Company.named("koho");
        Instant first = Calendar.at("2026-11-12", "04:45:00");
        server.imapLogin(first.minusSeconds(180), koho, "198.51.100.61");
        int messages = 12_000 / scale;
        Duration pause = Duration.ofMillis(Duration.ofMinutes(750).toMillis() / messages);
        Instant last = run(koho, "198.51.100.61", first, new Run(messages, 10, pause));
        return new PlantedIncident("S3", koho.address(), first.minusSeconds(180), last);
    }

    /** How many messages, to how many strangers each, how far apart. */
    private record Run(int messages, int recipients, Duration pause) {}

    private Instant run(Persona persona, String ip, Instant first, Run run) {
        Instant time = first;
        for (int i = 0; i < run.messages(); i++) {
            time = first.plus(run.pause().multipliedBy(i));
            int from = strangers;
            strangers += run.recipients();
            List<String> to = IntStream.range(from, strangers).mapToObj(Contacts::stranger).toList();
            server.submits(time, persona, ip, to, 9);
        }
        return time;
    }

    /** S4: a stolen session, a rule that forwards contracts and hides them, and the whole inbox read; no spam at all. */
    private PlantedIncident quietTheft() {
        Persona tanaka = Company.named("tanaka");
        Instant start = Calendar.at("2026-11-12", "21:04:00");
        Session intruder = cloud.session(tanaka, AMSTERDAM, "Mozilla/5.0 (X11; Linux x86_64) Chrome/124.0 Safari/537.36", false);
        cloud.signIn(start, intruder, 0);
        Map<String, String> rule = new LinkedHashMap<>();
        rule.put("Name", ".");
        rule.put("SubjectOrBodyContainsWords", "契約;請求;振込");
        rule.put("ForwardTo", "archive@keepsafe.example");
        rule.put("DeleteMessage", "True");
        rule.put("StopProcessingRules", "True");
        cloud.newInboxRule(start.plusSeconds(300), intruder, rule);
        recorded.inboxRule(ExchangeSettings.ruleRow(tanaka, rule));
        cloud.search(start.plusSeconds(480), intruder, "契約書 口座");
        cloud.mailItemsAccessed(start.plusSeconds(660), intruder, "Sync", 1_900);
        Instant last = Calendar.at("2026-11-12", "23:40:00");
        cloud.mailItemsAccessed(last, intruder, "Sync", 240);
        return new PlantedIncident("S4", tanaka.address(), start, last);
    }
}
