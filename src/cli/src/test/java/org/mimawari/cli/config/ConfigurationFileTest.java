package org.mimawari.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.store.state.StateLocation;

class ConfigurationFileTest {

    private static final String GOOD = """
            tenants:
              - name: shop
                own-domains: [shop.example]
                aliases:
                  info@shop.example: contact@shop.example
                roles:
                  koho@shop.example: role
                suppressions:
                  - indicator: rules-punct-name
                    reason: known
                    owner: sato
                    until: 2027-03-31
                connectors:
                  - type: export
                    paths: evidence
                  - type: imap
                    host: mail.shop.example
                    password: ${env:SECRET}
            """;

    @TempDir
    private Path folder;

    private List<TenantConfiguration> read(String text) throws IOException, ConfigurationException {
        Path file = Files.writeString(folder.resolve("c.yaml"), text);
        return new ConfigurationFile(file, Map.of("SECRET", "s3cret")).tenants();
    }

    @Test
    void readsTheConfigurationOfScheduledRoundsThatIsShipped() throws Exception {
        Map<String, String> secrets = Map.of("MIMAWARI_IMAP_PASSWORD", "a", "MIMAWARI_RELAY_PASSWORD", "b",
                "MIMAWARI_WEBHOOK_SECRET", "c", "MIMAWARI_SLACK_URL", "d", "MIMAWARI_TEAMS_URL", "e");
        AuditConfiguration audit = new ConfigurationFile(Path.of("../../examples/scheduled/audit.yaml"), secrets).read().audit();

        assertThat(audit.state()).contains(new StateLocation.File(Path.of("/var/lib/mimawari/state.db")));
        assertThat(audit.channels()).extracting(TenantConfiguration.ConnectorConfiguration::type)
                .containsExactly("mail", "webhook", "slack", "teams", "syslog");
    }

    @Test
    void readsADatabaseThatSeveralHostsShare() throws Exception {
        Path file = Files.writeString(folder.resolve("c.yaml"), GOOD + "state: jdbc:postgresql://db.shop.example/mimawari\n"
                + "state-user: mima\nstate-password: ${env:SECRET}\nremember: 30d\n");
        AuditConfiguration audit = new ConfigurationFile(file, Map.of("SECRET", "s3cret")).read().audit();

        assertThat(audit.state().map(Object::toString)).contains("jdbc:postgresql://db.shop.example/mimawari");
        assertThat(audit.remember()).contains(Duration.ofDays(30));
    }

    @Test
    void saysHowALengthOfTimeIsWritten() {
        assertThatThrownBy(() -> read(GOOD + "remember: soon\n")).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("'soon' is no length of time");
    }

    @Test
    void readsATenant() throws Exception {
        TenantConfiguration tenant = read(GOOD).get(0);
        assertThat(tenant.aliases()).containsEntry(new MailboxAddress("contact@shop.example"), new MailboxAddress("info@shop.example"));
        assertThat(tenant.roles()).containsEntry(new MailboxAddress("koho@shop.example"), MailboxKind.ROLE);
        assertThat(tenant.suppressions()).singleElement().satisfies(s -> assertThat(s.until()).isEqualTo("2027-03-31T23:59:59.999Z"));
        assertThat(tenant.connectors().get(0).values().get("paths")).containsExactly(folder.resolve("evidence").toString());
    }

    @Test
    void aSecretIsResolvedAndNeverShown() throws Exception {
        TenantConfiguration.ConnectorConfiguration imap = read(GOOD).get(0).connectors().get(1);
        assertThat(imap.values().get("password")).containsExactly("s3cret");
        assertThat(imap.toString()).doesNotContain("s3cret");
    }

    @Test
    void aSecretCanComeFromAFile() throws Exception {
        Files.writeString(folder.resolve("secret.txt"), "from-file\n");
        assertThat(read(GOOD.replace("${env:SECRET}", "${file:secret.txt}")).get(0).connectors().get(1).values().get("password"))
                .containsExactly("from-file");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "own-domains: | own-domain: | line 3 | unknown setting 'own-domain'",
        "indicator: rules-punct-name | indicator: rules-punct-nmae | line 9 | no indicator 'rules-punct-nmae'",
        "until: 2027-03-31 | until: soon | line 12 | no date",
        "koho@shop.example: role | koho@shop.example: boss | line 7 | none of",
        "${env:SECRET} | ${vault:x} | line 18 | expected ${env:NAME}",
        "name: shop | nam: shop | c.yaml | every tenant needs a name",
        "owner: sato | ownr: sato | c.yaml | this setting is missing",
    })
    void whatIsWrongIsNamedWithItsLine(String from, String to, String where, String why) {
        assertThatThrownBy(() -> read(GOOD.replace(from, to))).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(where).hasMessageContaining(why).hasMessageNotContaining("s3cret");
    }

    @Test
    void aMissingSecretStopsItsTenantOnly() throws Exception {
        String other = GOOD.replace("tenants:\n", "").replace("name: shop", "name: office");
        String first = GOOD.replace("${env:SECRET}", "${env:NOTHING}");

        List<TenantConfiguration> tenants = read(first + other);

        assertThat(tenants.get(0).missing()).hasValueSatisfying(why ->
                assertThat(why).contains("line 18", "NOTHING is not set"));
        assertThat(tenants.get(1).missing()).isEmpty();
        assertThat(tenants.get(1).connectors()).hasSize(2);
    }

    @Test
    void aMissingSecretFileIsNamed() throws Exception {
        assertThat(read(GOOD.replace("${env:SECRET}", "${file:nowhere.txt}")).get(0).missing())
                .hasValueSatisfying(why -> assertThat(why).contains("nowhere.txt"));
    }

    @Test
    void warnsOfSecretsThatStandInItInClear() throws Exception {
        Path file = Files.writeString(folder.resolve("c.yaml"), GOOD.replace("${env:SECRET}", "hunter2-in-clear")
                + "state: jdbc:postgresql://db.example/mima?user=a&password=hunter2-in-clear\nannounce:\n"
                + "  - type: slack\n    url: https://hooks.chat.example/hunter2-in-clear\n"
                + "  - type: webhook\n    url: https://hook.example/\n    secret: hunter2-in-clear\n");

        Configuration read = new ConfigurationFile(file, Map.of()).read();

        assertThat(read.tenants().get(0).connectors().get(1).values())
                .containsEntry("password", List.of("hunter2-in-clear"));
        assertThat(read.warnings()).hasSize(4).allMatch(each -> each.contains("${env:NAME} or ${file:PATH}"))
                .noneMatch(each -> each.contains("hunter2"));
        assertThat(read.warnings().toString()).contains("line 18: 'password'", "line 19: 'state'", "line 22: 'url'",
                "line 25: 'secret'");
    }

    @Test
    void doesNotWarnOfReferencesAndOfWhatIsNoSecret() throws Exception {
        Path file = Files.writeString(folder.resolve("c.yaml"), GOOD);

        assertThat(new ConfigurationFile(file, Map.of("SECRET", "s3cret")).read().warnings()).isEmpty();
    }

    @Test
    void anEmptyFileIsAnError() {
        assertThatThrownBy(() -> read("")).isInstanceOf(ConfigurationException.class).hasMessageContaining("empty");
        assertThatThrownBy(() -> read("tenants: []")).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> read("- 1")).isInstanceOf(ConfigurationException.class);
    }
}
