package org.mimawari.indicator.sent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.indicator.outgoing.SentStory.TUESDAY;
import static org.mimawari.indicator.outgoing.SentStory.person;
import static org.mimawari.indicator.outgoing.SentStory.scope;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.FailedRecipient;
import org.mimawari.evidence.NonDeliveryReport;
import org.mimawari.evidence.OriginalMessage;
import org.mimawari.evidence.ProviderAlert;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.outgoing.SentStory;

class SentProviderRestrictedTest {

    private final SentProviderRestricted indicator = new SentProviderRestricted(scope());

    private static SentStory alerted(ProviderAlert.Topic topic) {
        return person(30).with(told -> new ProviderAlert(told.at(TUESDAY), topic, "User restricted from sending email",
                Optional.of("High"), Optional.empty(), Optional.empty()));
    }

    private static SentStory refused(String server) {
        return person(30).with(told -> new NonDeliveryReport(told.at(TUESDAY), List.of(new FailedRecipient(
                Optional.of("a@far.test"), Optional.of("5.1.8"), Optional.of("failed"), Optional.empty(),
                        Optional.empty())),
                OriginalMessage.UNKNOWN, Optional.of(server), Optional.empty()));
    }

    @Test
    void repeatsWhatTheProviderSays() {
        assertThat(alerted(ProviderAlert.Topic.SENDING_RESTRICTED).findings(indicator)).hasSize(1);
    }

    @Test
    void readsTheOwnServicesRefusals() {
        assertThat(refused("TYZPR01MB1234.apcprd01.prod.outlook.com").findings(indicator)).hasSize(1);
    }

    @Test
    void ignoresOtherAlerts() {
        assertThat(alerted(ProviderAlert.Topic.MALWARE).findings(indicator)).isEmpty();
    }

    @Test
    void ignoresTheSameCodeFromAForeignServer() {
        assertThat(refused("mx.client.example").findings(indicator)).isEmpty();
    }

    @Test
    void saysThatItCouldNotLookWithoutTheEvidence() {
        assertThat(person(30).without(EvidenceKind.PROVIDER_ALERT).assessment(indicator))
                .isInstanceOf(Assessment.NotAssessed.class);
    }
}
