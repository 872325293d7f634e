package org.mimawari.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the company's systems recorded: lines of each export with their times, and the mail that lies on the IMAP server. */
final class Recorded {

    private static final String DATE = "Date: ";

    private record Line(Instant time, String text) {}

    /** A message in a folder of a mailbox. */
    record StoredMessage(Persona owner, String folder, Instant time, byte[] content) {}

    private final List<Line> signIns = new ArrayList<>();
    private final List<Line> audit = new ArrayList<>();
    private final List<Line> trace = new ArrayList<>();
    private final List<Line> mailLog = new ArrayList<>();
    private final List<String> inboxRules = new ArrayList<>();
    private final List<StoredMessage> messages = new ArrayList<>();

    void signIn(Instant time, String json) {
        signIns.add(new Line(time, json));
    }

    void audit(Instant time, String json) {
        audit.add(new Line(time, json));
    }

    void trace(Instant time, String row) {
        trace.add(new Line(time, row));
    }

    void log(Instant time, String line) {
        mailLog.add(new Line(time, line));
    }

    void inboxRule(String row) {
        inboxRules.add(row);
    }

    void store(Persona owner, String folder, String message) {
        messages.add(new StoredMessage(owner, folder, date(message),
                message.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
    }

    List<String> signIns(Instant until) {
        return inTime(signIns, until);
    }

    List<String> audit(Instant until) {
        return inTime(audit, until);
    }

    List<String> trace(Instant until) {
        return inTime(trace, until);
    }

    List<String> mailLog(Instant until) {
        return inTime(mailLog, until);
    }

    List<String> inboxRules() {
        return List.copyOf(inboxRules);
    }

    List<StoredMessage> messages(Instant until) {
        return messages.stream().filter(message -> !message.time().isAfter(until)).toList();
    }

    private static Instant date(String message) {
        return message.lines().filter(line -> line.startsWith(DATE)).findFirst()
                .map(line -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(line.substring(DATE.length()), Instant::from))
                .orElse(Instant.EPOCH);
    }

    private static List<String> inTime(List<Line> lines, Instant until) {
        return lines.stream().filter(line -> !line.time().isAfter(until)).sorted(Comparator.comparing(Line::time)).map(Line::text).toList();
    }
}
