package org.mimawari.connector.imap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.Sight;

class FirstLookTest {

    private final ScriptedServer server = ScriptedServer.honest();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void saysThatAMailboxCanBeSeen() throws ConnectorException {
        server.start();

        assertThat(Scans.of(server.port()).connector().look()).singleElement().matches(Sight::isClear)
                .extracting(Sight::what).isEqualTo("mail of info@shop.example");
        assertThat(server.count("EXAMINE")).isZero();
    }

    @Test
    void asksNoOtherMailboxWhereOneIsRefused() throws ConnectorException {
        server.refuse("AUTHENTICATE", "[AUTHENTICATIONFAILED] no").refuse("LOGIN", "[AUTHENTICATIONFAILED] no").start();

        assertThat(Scans.of(server.port()).over("a@shop.example", "b@shop.example").connector().look()).singleElement()
                .satisfies(sight -> assertThat(sight.isClear()).isFalse());
    }

    @Test
    void saysThatTheServerCannotBeReached() throws ConnectorException {
        assertThat(Scans.of(1).connector().look()).singleElement().satisfies(sight -> assertThat(sight.isClear()).isFalse());
    }
}
