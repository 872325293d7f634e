package org.mimawari.simulator;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/**
 * Hinode Trading between 5 October and 14 November 2026, with some of the five takeovers in it. Writes its exports and
 * logs into a folder; the mailboxes that are reached over IMAP go to a {@link SimulatedMailServer} or into folders.
 */
public final class SimulatedCompany {

    private static final long SEED = 20_261_105L;

    /** The domain the company's mail addresses end in. */
    public static final String DOMAIN = Company.DOMAIN;

    private final Recorded recorded = new Recorded();
    private final List<PlantedIncident> incidents;

    /**
     * Simulates the company.
     *
     * @param takeovers which of {@code S0} to {@code S4} happen
     * @param scale by how much the 120,000 mails of S3 are divided, at least 1
     */
    public SimulatedCompany(Set<String> takeovers, int scale) {
        Chance chance = new Chance(SEED);
        CloudRecords cloud = new CloudRecords(recorded, chance);
        ServerLog server = new ServerLog(recorded, chance);
        new Everyday(cloud, server, chance).live();
        ExchangeSettings.ordinaryRules().forEach(recorded::inboxRule);
        storeOrdinaryMail(new Mails(chance), chance);
        incidents = new Takeovers(cloud, server, recorded, chance).plant(takeovers, scale);
    }

    public List<PlantedIncident> incidents() {
        return incidents;
    }

    /** Starts a mail server on the loopback interface that holds the mailboxes reached over IMAP. */
    public SimulatedMailServer startMailServer() {
        return new SimulatedMailServer(recorded.messages(Instant.MAX));
    }

    /** Writes exports of the cloud and logs of the server into the folder, which is made where it is missing. */
    public void writeExports(Path folder) throws IOException {
        writeCloudExports(folder);
        writeServerLogs(folder);
    }

    /** Writes what all systems showed at a moment: exports, the server's log as it stood, and the mail in the mailboxes. */
    public void writeAt(Path folder, Instant moment) throws IOException {
        writeCloudExports(folder, moment);
        write(folder.resolve("mx1/mail.log"), recorded.mailLog(moment));
        writeMailFolders(folder.resolve("imap"), moment);
    }

    /** Writes what Microsoft 365 shows: sign-ins, audit log, message trace, rules, mailboxes. */
    public void writeCloudExports(Path folder) throws IOException {
        writeCloudExports(folder, Instant.MAX);
    }

    private void writeCloudExports(Path folder, Instant until) throws IOException {
        write(folder.resolve("microsoft365/signins.json"), asArray(recorded.signIns(until)));
        write(folder.resolve("microsoft365/audit-log.ndjson"), recorded.audit(until));
        write(folder.resolve("microsoft365/message-trace.csv"), trace(until));
        write(folder.resolve("microsoft365/inbox-rules.csv"), rules());
        write(folder.resolve("microsoft365/mailboxes.csv"), ExchangeSettings.mailboxes());
    }

    /** Writes what the company's own server shows: its log, and the mailboxes' Sieve scripts. */
    public void writeServerLogs(Path folder) throws IOException {
        write(folder.resolve("mx1/mail.log.gz"), recorded.mailLog(Instant.MAX));
        for (Persona persona : Company.SERVER) {
            write(folder.resolve("mx1/" + persona.address() + "/sieve/main.sieve"), sieve(persona));
        }
    }

    /** Writes the mailboxes reached over IMAP as folders of messages, for use without a server. */
    public void writeMailFolders(Path folder) throws IOException {
        writeMailFolders(folder, Instant.MAX);
    }

    private void writeMailFolders(Path folder, Instant until) throws IOException {
        int number = 0;
        for (Recorded.StoredMessage message : recorded.messages(Instant.MAX)) {
            Path file = folder.resolve(message.owner().address()).resolve(message.folder())
                    .resolve(String.format("%04d.eml", ++number));
            if (!message.time().isAfter(until) && Files.notExists(file)) {
                Files.createDirectories(file.getParent());
                Files.write(file, message.content());
            }
        }
        for (Persona persona : Company.IMAP) {
            write(folder.resolve(persona.address() + "/sieve/main.sieve"), sieve(persona));
        }
    }

    private void storeOrdinaryMail(Mails mails, Chance chance) {
        for (LocalDate day : Calendar.days()) {
            for (Persona persona : Company.IMAP) {
                if (Calendar.isWorkday(day)) {
                    String partner = Contacts.regular(persona, chance);
                    recorded.store(persona, "Sent", mails.ordinary(persona.address(), partner, chance.of(Contacts.SUBJECTS),
                            Calendar.at(day, 10 + chance.below(7), chance.below(60))));
                    recorded.store(persona, "INBOX", mails.ordinary(partner, persona.address(),
                            "Re: " + chance.of(Contacts.SUBJECTS), Calendar.at(day, 10 + chance.below(7), chance.below(60))));
                }
            }
        }
    }

    private List<String> trace(Instant until) {
        List<String> rows = new ArrayList<>(List.of("\"Received\",\"SenderAddress\",\"RecipientAddress\",\"Subject\","
                + "\"Status\",\"FromIP\",\"Size\",\"MessageId\",\"MessageTraceId\""));
        rows.addAll(recorded.trace(until));
        return rows;
    }

    private List<String> rules() {
        List<String> rows = new ArrayList<>(List.of(ExchangeSettings.ruleHead()));
        rows.addAll(recorded.inboxRules());
        return rows;
    }

    private static List<String> sieve(Persona persona) {
        return List.of("require [\"fileinto\"];", "# rule:[迷惑メール]", "if header :contains \"x-spam-flag\" \"YES\"",
                "{", "    fileinto \"Junk\";", "}", "# " + persona.localPart());
    }

    private static List<String> asArray(List<String> objects) {
        List<String> lines = new ArrayList<>(List.of("["));
        for (int i = 0; i < objects.size(); i++) {
            lines.add(objects.get(i) + (i + 1 < objects.size() ? "," : ""));
        }
        lines.add("]");
        return lines;
    }

    private static void write(Path file, List<String> lines) throws IOException {
        Files.createDirectories(file.getParent());
        try (OutputStream raw = Files.newOutputStream(file);
                OutputStream out = file.toString().endsWith(".gz") ? new GZIPOutputStream(raw, 1 << 16) : raw;
                BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            for (String line : lines) {
                writer.write(line);
                writer.write('\n');
            }
        }
    }
}
