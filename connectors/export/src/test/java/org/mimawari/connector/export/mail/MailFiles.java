package org.mimawari.connector.export.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mimawari.connector.export.ExportSettings;
import org.mimawari.connector.export.RecordingSink;
import org.mimawari.connector.export.Source;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.OwnDomains;

/** Writes mail files for tests and reads them as the folder of one mailbox. */
final class MailFiles {

    static final ExportSettings SETTINGS = new ExportSettings(List.of(), Optional.empty(), Optional.empty(),
            ZoneId.of("UTC"), OwnDomains.of("shop.example"));
    private static final Optional<MailboxAddress> INFO = Optional.of(new MailboxAddress("info@shop.example"));

    private final Path folder;

    MailFiles(Path folder) {
        this.folder = folder;
    }

    /** A file below the mailbox folder of info@shop.example. */
    Source ofInfo(String path, String content) {
        return source(path, content, INFO);
    }

    /** A file of which nobody says whose it is. */
    Source ofNobody(String path, String content) {
        return source(path, content, Optional.empty());
    }

    static RecordingSink mbox(Source... sources) {
        RecordingSink sink = new RecordingSink();
        new MboxFormat(SETTINGS).read(List.of(sources), sink);
        return sink;
    }

    static RecordingSink messages(Source... sources) {
        RecordingSink sink = new RecordingSink();
        new MessageFormat(SETTINGS).read(List.of(sources), sink);
        return sink;
    }

    static String mail(String from, String to, String subject) {
        return "From: " + from + "\nTo: " + to + "\nSubject: " + subject + "\nDate: Fri, 20 Nov 2026 11:20:00 +0900\n"
                + "Message-ID: <" + subject.replace(' ', '.') + "@shop.example>\n\nHello " + subject + "\n";
    }

    private Source source(String path, String content, Optional<MailboxAddress> owner) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, content.getBytes(StandardCharsets.UTF_8));
            String[] parts = path.split("/");
            List<String> folders = Arrays.asList(parts).subList(0, parts.length - 1);
            return new Source(file, path, owner, folders);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
