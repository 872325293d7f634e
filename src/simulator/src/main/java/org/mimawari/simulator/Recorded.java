package org.mimawari.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the company's systems recorded: lines of each export with their times, and the mail that lies on the IMAP server. */
final class Recorded {

    private record Line(Instant time, String text) {}

    /** A message in a folder of a mailbox. */
    record StoredMessage(Persona owner, String folder, byte[] content) {}

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
        messages.add(new StoredMessage(owner, folder, message.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
    }

    List<String> signIns() {
        return inTime(signIns);
    }

    List<String> audit() {
        return inTime(audit);
    }

    List<String> trace() {
        return inTime(trace);
    }

    List<String> mailLog() {
        return inTime(mailLog);
    }

    List<String> inboxRules() {
        return List.copyOf(inboxRules);
    }

    List<StoredMessage> messages() {
        return List.copyOf(messages);
    }

    private static List<String> inTime(List<Line> lines) {
        return lines.stream().sorted(Comparator.comparing(Line::time)).map(Line::text).toList();
    }
}
