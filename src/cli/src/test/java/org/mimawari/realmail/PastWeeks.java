package org.mimawari.realmail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.mimawari.simulator.PlantedIncident;
import org.mimawari.simulator.SimulatedCompany;

/**
 * The simulated company's weeks, moved by whole weeks so that they end shortly before today: its server's log, with the
 * takeovers S0 and S3 in it, and the mail that lies in its mailboxes. A real server goes on from there.
 */
final class PastWeeks {

    static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    static final DateTimeFormatter MAIL_DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH).withZone(TOKYO);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx", Locale.ROOT);
    private static final LocalDate LAST = LocalDate.of(2026, 11, 14);

    private final SimulatedCompany company = new SimulatedCompany(Set.of("S0", "S3"), 1);
    private final long days;
    private final Path folder;
    private List<String> lines = List.of();

    /** One message as the log shows it; recipients are added as they come. */
    record Submitted(
            Instant time, String user, String ip, String queueId, String id, List<String> to, List<String> refused) {

        Submitted called(String otherId) {
            return new Submitted(time, user, ip, queueId, otherId, to, refused);
        }
    }

    /** @param today the day on which the real server runs */
    PastWeeks(Path folder, LocalDate today) {
        this.folder = folder;
        this.days = Math.floorDiv(ChronoUnit.DAYS.between(LAST, today) - 1, 7) * 7;
    }

    /** Writes the log to {@code mx1/mail.log} in the folder of evidence, with everyday sign-ins of these too. */
    void writeLog(Path evidence, List<String> alsoThere) throws IOException {
        company.writeServerLogs(folder.resolve("exports"));
        List<String> moved = new ArrayList<>();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(folder.resolve("exports/mx1/mail.log.gz")))) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                int space = line.indexOf(' ');
                OffsetDateTime time = OffsetDateTime.parse(line.substring(0, space)).plusDays(days);
                String later = STAMP.format(time) + line.substring(space);
                moved.add(later);
                if (later.contains("imap") && later.contains("kato@hinode.example")) {
                    alsoThere.forEach(other -> moved.add(later.replace("kato@hinode.example", other)
                            .replace("session=<", "session=<" + other.charAt(0)).replace("><", "><" + other.charAt(0))));
                }
            }
        }
        lines = moved;
        Files.createDirectories(evidence.resolve("mx1"));
        Files.write(evidence.resolve("mx1/mail.log"), lines);
    }

    List<PlantedIncident> incidents() {
        Duration later = Duration.ofDays(days);
        return company.incidents().stream().map(incident -> new PlantedIncident(incident.id(), incident.mailbox(),
                incident.from().plus(later), incident.to().plus(later))).toList();
    }

    /** What was submitted, by the log. */
    List<Submitted> submissions() {
        Map<String, Submitted> all = new LinkedHashMap<>();
        for (String line : lines) {
            String[] words = line.split(" ", 5);
            if (!words[2].startsWith("postfix/") || words.length < 5) {
                continue;
            }
            if (words[4].startsWith("client=")) {
                all.put(words[3], new Submitted(OffsetDateTime.parse(words[0]).toInstant(),
                        line.substring(line.lastIndexOf('=') + 1), between(line, "[", "]", "client="),
                        words[3].replace(":", ""), "", new ArrayList<>(), new ArrayList<>()));
            } else if (all.containsKey(words[3])) {
                all.compute(words[3], (any, message) -> with(line, words[4], message));
            }
        }
        return List.copyOf(all.values());
    }

    private static Submitted with(String line, String words, Submitted message) {
        if (words.startsWith("message-id=")) {
            return message.called(words.substring("message-id=".length()));
        }
        if (words.startsWith("to=<")) {
            String to = between(line, "<", ">", "to=");
            (line.contains("status=bounced") ? message.refused() : message.to()).add(to);
        }
        return message;
    }

    private static String between(String line, String open, String close, String behind) {
        int from = line.indexOf(open, line.indexOf(behind)) + 1;
        return line.substring(from, line.indexOf(close, from));
    }

    /** Stores the mail of the mailboxes that are reached over IMAP; {@code others} get what {@code like} has. */
    void storeMail(RealMailServer server, String like, List<String> others) throws IOException {
        Path mail = folder.resolve("mail");
        company.writeMailFolders(mail);
        try (Stream<Path> all = Files.walk(mail)) {
            for (Path file : all.filter(each -> each.toString().endsWith(".eml")).sorted().toList()) {
                String owner = mail.relativize(file).getName(0).toString();
                String where = file.getParent().getFileName().toString();
                String text = moved(Files.readString(file));
                server.store(owner, where, file.getFileName().toString(), text);
                for (String other : owner.equals(like) ? others : List.<String>of()) {
                    server.store(other, where, file.getFileName().toString(),
                            text.replace(like, other).replace("Message-ID: <", "Message-ID: <" + other.charAt(0)));
                }
            }
        }
    }

    private String moved(String message) {
        int from = message.indexOf("Date: ") + "Date: ".length();
        int to = message.indexOf("\r\n", from);
        Instant time = Instant.from(MAIL_DATE.parse(message.substring(from, to)));
        return message.substring(0, from) + MAIL_DATE.format(time.plus(Duration.ofDays(days))) + message.substring(to);
    }
}
