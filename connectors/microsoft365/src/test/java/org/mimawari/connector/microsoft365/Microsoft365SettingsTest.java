package org.mimawari.connector.microsoft365;

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

class Microsoft365SettingsTest {

    private final Map<String, List<String>> values = new LinkedHashMap<>(Map.of("tenant-id", List.of("shop.example"),
            "client-id", List.of("00000000-0000-4000-8000-00000000cafe"), "secret", List.of("hush")));

    private void made() throws ConnectorException {
        new Microsoft365ConnectorFactory().connector(new Settings(values));
    }

    @Test
    void needsATenantAClientAndOneWayToSignIn() throws ConnectorException {
        made();

        values.remove("secret");
        assertThatThrownBy(this::made).hasMessageContaining("'certificate' is missing");
    }

    @ParameterizedTest
    @CsvSource({"cloud, https://graph.attacker.example", "test-endpoint, https://graph.attacker.example:443",
        "test-endpoint, http://127.0.0.1@attacker.example:80", "test-endpoint, http://10.0.0.1:4010", "kinds, everything",
        "tenant-id, a/b", "since, soon", "since, 2026-13-01", "parallel, 0", "mailboxes, nobody", "certificate, both.pem"})
    void refusesWhatItDoesNotUnderstandBeforeAnythingIsSent(String name, String value) {
        values.put(name, List.of(value));

        assertThatThrownBy(this::made).isInstanceOfSatisfying(ConnectorException.class, refused ->
                assertThat(refused.problem()).isEqualTo(ConnectorException.Problem.USAGE));
    }
}
