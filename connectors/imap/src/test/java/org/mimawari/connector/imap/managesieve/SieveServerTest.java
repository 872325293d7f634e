package org.mimawari.connector.imap.managesieve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.Settings;

class SieveServerTest {

    private static SieveServer server(Map<String, List<String>> values) throws ConnectorException {
        return SieveServer.of(new Settings(values), "mail.shop.example").orElseThrow();
    }

    @Test
    void usesTheRegisteredPortAndStartTls() throws ConnectorException {
        SieveServer usual = server(Map.of());
        assertThat(usual.port()).isEqualTo(4190);
        assertThat(usual.security()).isEqualTo(SieveServer.Security.STARTTLS);
    }

    @Test
    void canBeToldOtherwise() throws ConnectorException {
        SieveServer other = server(Map.of("sieve-port", List.of("2000"), "sieve-security", List.of("TLS")));
        assertThat(other.port()).isEqualTo(2000);
        assertThat(other.security()).isEqualTo(SieveServer.Security.TLS);
    }

    @Test
    void canBeSwitchedOff() throws ConnectorException {
        assertThat(SieveServer.of(new Settings(Map.of("sieve", List.of("no"))), "mail.shop.example")).isEmpty();
    }

    @Test
    void wrongValuesAreNamedAndClearTextIsNone() {
        for (String setting : new String[] {"sieve", "sieve-port", "sieve-security"}) {
            assertThatThrownBy(() -> server(Map.of(setting, List.of("none")))).isInstanceOf(ConnectorException.class)
                    .hasMessageContaining("'" + setting + "'");
        }
    }
}
