package org.mimawari.connector.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.connector.ConnectorException;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.simulator.graph.FakeGraph;
import org.mimawari.simulator.graph.GraphAccess;

class SignInWaysTest {

    private static final String PASSWORD = "not-shown-anywhere";

    @TempDir
    private Path folder;

    /** A key and its certificate, by the JDK's own tool. */
    private Path keyStore() throws IOException, InterruptedException {
        Path file = folder.resolve("app.p12");
        Process keytool = new ProcessBuilder(System.getProperty("java.home") + "/bin/keytool", "-genkeypair", "-alias", "app",
                "-keyalg", "RSA", "-keysize", "2048", "-dname", "CN=mimawari", "-storetype", "PKCS12", "-keystore",
                file.toString(), "-storepass", PASSWORD).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        keytool.waitFor(60, TimeUnit.SECONDS);
        return file;
    }

    private static Tenants tenants(FakeGraph graph) {
        return Tenants.of(graph).without("secret").with("kinds", "users", "rules");
    }

    @Test
    void signsInWithACertificate() throws ConnectorException, IOException, InterruptedException {
        try (FakeGraph graph = FakeGraph.of(SmallTenant.of(1, 0), GraphAccess.full())) {
            Evidences evidence = tenants(graph).with("certificate", keyStore().toString())
                    .with("certificate-password", PASSWORD).collect();

            assertThat(evidence.of(MailboxRule.class)).hasSize(1);
        }
    }

    @Test
    void saysWhyACertificateCannotBeUsedWithoutItsPassword() throws IOException {
        Path file = Files.writeString(folder.resolve("app.pem"), "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n");
        try (FakeGraph graph = FakeGraph.of(SmallTenant.of(1, 0), GraphAccess.full())) {
            Tenants tenants = tenants(graph).with("certificate", file.toString()).with("certificate-password", PASSWORD);

            assertThatThrownBy(tenants::collect).hasMessageContaining("auth-failed").hasMessageContaining("PRIVATE KEY")
                    .hasMessageNotContaining(PASSWORD);
        }
    }

    @Test
    void letsSomebodySignInOnceInABrowser() throws ConnectorException {
        try (FakeGraph graph = FakeGraph.of(SmallTenant.of(1, 0), GraphAccess.full())) {
            Evidences evidence = tenants(graph).with("device-code", "yes").collect();

            assertThat(evidence.of(MailboxRule.class)).hasSize(1);
        }
    }
}
