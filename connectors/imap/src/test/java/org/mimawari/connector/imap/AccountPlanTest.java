package org.mimawari.connector.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.Settings;
import org.mimawari.connector.imap.protocol.Credentials;

class AccountPlanTest {

    @TempDir
    Path folder;

    private static SignInWay way(String password) {
        return new SignInWay(Optional.empty(), Optional.empty(), Optional.of(password), Optional.empty(), false);
    }

    private AccountPlan plan(String lines) throws IOException {
        Files.writeString(folder.resolve("secret"), "own-password\n");
        Path file = Files.writeString(folder.resolve("mailboxes.txt"), lines);
        return new AccountPlan(List.of("Info@shop.example"), Optional.of(file), way("common"));
    }

    @Test
    void readsAddressesUsersAndPasswordReferences() throws IOException, ConnectorException {
        List<Account> accounts = plan("# ours\n\ninfo@shop.example\na@shop.example,alice,${file:secret}\n").accounts();
        assertThat(accounts).hasSize(2);
        assertThat(accounts.get(0).credentials()).isEqualTo(
                new Credentials.Password("Info@shop.example", "common", Optional.empty()));
        assertThat(accounts.get(1).credentials()).isEqualTo(
                new Credentials.Password("alice", "own-password", Optional.empty()));
    }

    @Test
    void aPasswordInTheFileItselfIsRefusedWithoutShowingIt() {
        assertThatThrownBy(() -> plan("a@shop.example,alice,hunter2\n").accounts()).isInstanceOf(ConnectorException.class)
                .hasMessageContaining("line 1").hasMessageNotContaining("hunter2");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> new AccountPlan(List.of(), Optional.of(folder.resolve("none")), way("x")).accounts())
                .isInstanceOf(ConnectorException.class).hasMessageContaining("none");
    }

    @Test
    void noTextFormShowsASecret() throws IOException, ConnectorException {
        AccountPlan plan = plan("");
        assertThat(plan.toString() + plan.accounts() + plan.accounts().get(0).credentials()).doesNotContain("common");
    }

    @Test
    void everySettingIsKnownAndCheckedBeforeAnythingIsTouched() throws ConnectorException {
        Map<String, List<String>> values = new HashMap<>(Map.of("host", List.of("mail.shop.example"), "mailboxes-file", List.of("/none"),
                "token", List.of("t"), "ca", List.of("/none"), "client-certificate", List.of("/none"), "parallel", List.of("8"),
                "client-certificate-password", List.of("p"), "mailbox-deadline", List.of("5m"), "certificate-name", List.of("x")));
        values.put("master-separator", List.of("*"));
        Settings settings = new Settings(values);
        assertThat(new ImapConnectorFactory().connector(settings).name()).isEqualTo("imap");
        assertThat(settings.unknown()).isEmpty();
        values.put("mailbox-deadline", List.of("soon"));
        assertThatThrownBy(() -> new ImapConnectorFactory().connector(new Settings(values))).hasMessageContaining("mailbox-deadline");
    }
}
