package org.mimawari.connector.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.mimawari.connector.Connector;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.Settings;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.NonDeliveryReport;
import org.mimawari.evidence.ReceivedMessage;
import org.mimawari.evidence.SentMessage;
import org.mimawari.simulator.SimulatedCompany;
import org.mimawari.simulator.SimulatedMailServer;

class ImapConnectorTest {

    private static SimulatedMailServer server = new SimulatedCompany(Set.of("S1"), 1).startMailServer();

    @AfterAll
    static void stop() {
        server.close();
    }

    private static CollectedEvidence collect(String mailbox, String password, int port) throws ConnectorException {
        Map<String, List<String>> values = new HashMap<>();
        values.put("host", List.of("127.0.0.1"));
        values.put("port", List.of(String.valueOf(port)));
        values.put("security", List.of("none"));
        values.put("sieve", List.of("no"));
        values.put("mailboxes", List.of(mailbox));
        values.put("password", List.of(password));
        CollectedEvidence sink = new CollectedEvidence();
        try (Connector connector = new ImapConnectorFactory().connector(new Settings(values))) {
            connector.collect(sink);
        }
        return sink;
    }

    @Test
    void readsSentMailAndDeliveryFailures() throws ConnectorException {
        CollectedEvidence sink = collect("suzuki@hinode.example", server.password(), server.port());
        assertThat(sink.of(SentMessage.class)).hasSizeGreaterThan(20)
                .allSatisfy(sent -> assertThat(sent.from()).contains("suzuki@hinode.example"));
        assertThat(sink.of(NonDeliveryReport.class)).hasSize(36)
                .allSatisfy(report -> assertThat(report.original().received()).isNotEmpty());
        assertThat(sink.of(ReceivedMessage.class)).isNotEmpty();
    }

    @Test
    void saysWhatItReadOfEachKind() throws ConnectorException {
        assertThat(collect("suzuki@hinode.example", server.password(), server.port()).coverage)
                .allMatch(piece -> piece.state() == Coverage.State.COLLECTED || piece.kind() == EvidenceKind.DELEGATION)
                .extracting(Coverage::kind).contains(EvidenceKind.SENT_MESSAGE, EvidenceKind.NON_DELIVERY_REPORT);
    }

    @Test
    void aRefusedSignInIsAGapAndNotAnEmptyMailbox() throws ConnectorException {
        CollectedEvidence sink = collect("suzuki@hinode.example", "wrong", server.port());
        assertThat(sink.evidence).isEmpty();
        assertThat(sink.coverage).isNotEmpty().allMatch(Coverage::isBroken);
    }

    @Test
    void aServerThatIsNotThereIsAGap() throws ConnectorException {
        assertThat(collect("suzuki@hinode.example", "x", 1).coverage).isNotEmpty().allMatch(Coverage::isBroken);
    }

    @Test
    void aMissingSettingIsNamed() {
        assertThatThrownBy(() -> new ImapConnectorFactory().connector(new Settings(Map.of("host", List.of("h")))))
                .isInstanceOf(ConnectorException.class).hasMessageContaining("password");
    }
}
