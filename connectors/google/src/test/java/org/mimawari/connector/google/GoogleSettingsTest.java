package org.mimawari.connector.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.Settings;

class GoogleSettingsTest {

    private final Map<String, List<String>> values = new LinkedHashMap<>(Map.of("admin", List.of("admin@shop.example"),
            "key-file", List.of("not-there.json")));

    private void made() throws ConnectorException {
        new GoogleWorkspaceConnectorFactory().connector(new Settings(values));
    }

    @Test
    void needsAnAdministratorAndAKeyButTouchesNoFile() throws ConnectorException {
        made();

        values.remove("key-file");
        assertThatThrownBy(this::made).hasMessageContaining("'key-file' is missing");
    }

    @ParameterizedTest
    @CsvSource({"test-endpoint, https://admin.attacker.example:443", "test-endpoint, http://127.0.0.1@attacker.example:80",
        "test-endpoint, http://10.0.0.1:4010", "kinds, everything", "admin, nobody", "since, soon", "since, 2026-13-01",
        "parallel, 0", "mailboxes, nobody", "key, both"})
    void refusesWhatItDoesNotUnderstandBeforeAnythingIsSent(String name, String value) {
        values.put(name, List.of(value));

        assertThatThrownBy(this::made).isInstanceOfSatisfying(ConnectorException.class, refused ->
                assertThat(refused.problem()).isEqualTo(ConnectorException.Problem.USAGE));
    }

    @Test
    void sharesNoKeyWithAnybodyWhoPrintsIt() {
        assertThat(new AccountKey.Text("hush")).hasToString("Text");
    }
}
