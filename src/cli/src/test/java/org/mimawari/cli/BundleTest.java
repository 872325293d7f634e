package org.mimawari.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mimawari.connector.Connector;

class BundleTest {

    private static final Path EVIDENCE = Path.of("../../examples/s4-quiet-theft/evidence");

    @TempDir
    private Path folder;

    private CommandRun scan(String name, String... more) {
        List<String> arguments = new ArrayList<>(List.of("scan", "--export", EVIDENCE.toString(), "--own-domain",
                "hinode.example", "--format", "json", "-o", folder.resolve(name).toString(), "--bundle"));
        arguments.addAll(List.of(more));
        return CommandRun.at(Instant.parse("2026-12-01T00:00:00Z").plusSeconds(name.hashCode() & 0xFFFF),
                arguments.toArray(String[]::new));
    }

    private CommandRun verify(String name, String... more) {
        return CommandRun.of(Stream.concat(Stream.of("verify", folder.resolve(name).resolve("bundle").toString()),
                Stream.of(more)).toArray(String[]::new));
    }

    @Test
    void theSameEvidenceGivesTheSameBytes() throws IOException {
        scan("one");
        scan("two");
        assertThat(contents("two")).isEqualTo(contents("one"));
    }

    @Test
    void isAsItWasSealed() {
        scan("one");
        assertThat(verify("one").code()).isEqualTo(ExitCode.NOTHING_FOUND);
    }

    @Test
    void namesWhatWasChangedRemovedAndAdded() throws IOException {
        scan("one");
        Path bundle = folder.resolve("one/bundle");
        Files.writeString(bundle.resolve("settings.ndjson"), "");
        Files.delete(bundle.resolve("records/cited.ndjson"));
        Files.writeString(bundle.resolve("extra.txt"), "x");
        CommandRun run = verify("one");
        assertThat(run.code()).isEqualTo(ExitCode.INCIDENT);
        assertThat(run.out().lines()).containsExactly("added: extra.txt", "missing: records/cited.ndjson",
                "changed: settings.ndjson");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ed25519", "RSA"})
    void aForgedManifestIsFoundByItsSignature(String algorithm) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance(algorithm).generateKeyPair();
        Path secret = pem("PRIVATE KEY", pair.getPrivate());
        Path open = pem("PUBLIC KEY", pair.getPublic());
        scan("one", "--sign-key", secret.toString());
        assertThat(verify("one", "--key", open.toString()).code()).isEqualTo(ExitCode.NOTHING_FOUND);
        Path manifest = folder.resolve("one/bundle/SHA256SUMS");
        Files.writeString(manifest, Files.readString(manifest).replaceFirst("(?m)^.*README.txt\\n", ""));
        Files.delete(folder.resolve("one/bundle/README.txt"));
        assertThat(verify("one").code()).isEqualTo(ExitCode.NOTHING_FOUND);
        assertThat(verify("one", "--key", open.toString()).out()).contains("bad signature: SHA256SUMS");
    }

    @Test
    void holdsTheCitedRecordsAsTheyWere() throws IOException {
        scan("one");
        assertThat(Files.readString(folder.resolve("one/bundle/records/cited.ndjson")))
                .contains("New-InboxRule", "\"whole\":true").doesNotContain("\"missing\"");
    }

    /** What is looked over on its way must get there whole. */
    @Test
    void aScanWithABundleSaysTheSameAsOneWithout() throws IOException {
        scan("one");
        CommandRun.at(Instant.parse("2026-12-01T00:00:00Z"), "scan", "--export", EVIDENCE.toString(), "--own-domain",
                "hinode.example", "--format", "json", "-o", folder.resolve("bare").toString());
        assertThat(withoutRun("one")).isEqualTo(withoutRun("bare"));
    }

    @Test
    void everyMethodOfAConnectorIsPassedOn() {
        Class<?> type = Connector.class;
        Class<?> passing = Stream.of(SettingSnapshot.class.getDeclaredClasses()).filter(type::isAssignableFrom).findFirst()
                .orElseThrow();
        assertThat(Stream.of(passing.getDeclaredMethods()).map(method -> method.getName() + method.getParameterCount()))
                .containsAll(Stream.of(type.getDeclaredMethods()).map(method -> method.getName() + method.getParameterCount())
                        .filter(name -> !name.startsWith("$")).toList());
    }

    private String withoutRun(String name) throws IOException {
        return Files.readString(folder.resolve(name).resolve("report.json")).replaceFirst("(?s)\"run\" : \\{.*?\\},", "");
    }

    @Test
    void isNeverWrittenOver() {
        scan("one");
        CommandRun again = scan("one");
        assertThat(again.code()).isEqualTo(ExitCode.USAGE);
        assertThat(again.err()).contains("exists already");
    }

    @Test
    void aKeyThatIsNoneIsNotQuoted() throws IOException {
        Path odd = Files.writeString(folder.resolve("odd.pem"), "hunter2");
        CommandRun run = scan("one", "--sign-key", odd.toString());
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("odd.pem").doesNotContain("hunter2");
    }

    @Test
    void saysThatAnyFolderIsNoBundle() {
        CommandRun run = CommandRun.of("verify", folder.toString());
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("is no bundle");
    }

    private Path pem(String what, Key key) throws IOException {
        return Files.writeString(folder.resolve(what), "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder().encodeToString(key.getEncoded()) + "\n-----END " + what + "-----\n");
    }

    private TreeMap<String, String> contents(String name) throws IOException {
        Path bundle = folder.resolve(name).resolve("bundle");
        TreeMap<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(bundle)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(bundle.relativize(file).toString(), Files.readString(file));
            }
        }
        return contents;
    }
}
