package org.mimawari.connector.export.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.export.ExportSettings;
import org.mimawari.connector.export.RecordingSink;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.OwnDomains;

/** Whose a file is, by where it lies. */
class MailHomesTest {

    private static final String FORWARD = "redirect \"thief@evil.example\";\n";

    @TempDir
    private Path folder;

    private List<Optional<MailboxAddress>> owners() throws ConnectorException {
        RecordingSink sink = new RecordingSink();
        new ExportConnector(new ExportSettings(List.of(folder), Optional.empty(), Optional.empty(), ZoneOffset.UTC,
                OwnDomains.of("shop.example"))).collect(sink);
        return sink.evidence().stream().map(Evidence::mailbox).distinct().toList();
    }

    @Test
    void theUsualVirtualLayoutNamesTheMailbox() throws IOException, ConnectorException {
        Path home = Files.createDirectories(folder.resolve("vmail/shop.example/info/sieve"));
        Files.writeString(home.resolve("main.sieve"), FORWARD);
        assertThat(owners()).containsExactly(Optional.of(new MailboxAddress("info@shop.example")));
    }

    @Test
    void aFolderOfExportsNamedByADomainIsNoMailHome() throws IOException, ConnectorException {
        Files.writeString(Files.createDirectories(folder.resolve("shop.example/exports")).resolve("main.sieve"), FORWARD);
        assertThat(owners()).containsExactly(Optional.empty());
    }
}
