package org.mimawari.connector.export.entra;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.connector.export.ExportFiles;
import org.mimawari.evidence.ProviderAlert;
import org.mimawari.evidence.ProviderAlert.Topic;

class EntraRiskTest {

    @TempDir
    Path folder;

    @Test
    void namesALeakedPassword() {
        assertThat(alerts(detection("leakedCredentials", "atRisk"))).singleElement().satisfies(alert -> {
            assertThat(alert.topic()).isEqualTo(Topic.PASSWORD_LEAKED);
            assertThat(alert.severity()).contains("high");
            assertThat(alert.ip()).hasToString("Optional[192.0.2.9]");
        });
    }

    @Test
    void takesNothingClearedForAnAlarm() {
        assertThat(alerts(detection("unfamiliarFeatures", "dismissed"))).singleElement()
                .satisfies(alert -> assertThat(alert.topic()).isEqualTo(Topic.OTHER));
    }

    @Test
    void takesAConfirmedCompromiseForAHijackedAccount() {
        assertThat(alerts("{\"id\":\"u\",\"riskLastUpdatedDateTime\":\"2026-03-01T02:00:00Z\",\"riskLevel\":\"high\","
                + "\"riskState\":\"confirmedCompromised\",\"userPrincipalName\":\"info@energy.example\"}"))
                .singleElement().satisfies(alert -> assertThat(alert.topic()).isEqualTo(Topic.ACCOUNT_HIJACKED));
    }

    @Test
    void givesEachMailboxOfAnAlertItsOwn() {
        String user = "{\"userAccount\":{\"userPrincipalName\":\"%s\"}}";
        List<ProviderAlert> alerts = alerts("{\"id\":\"a\",\"title\":\"User restricted from sending email\","
                + "\"severity\":\"medium\",\"createdDateTime\":\"2026-03-01T02:00:00Z\",\"serviceSource\":\"office365\","
                + "\"evidence\":[" + user.formatted("info@energy.example") + ","
                + user.formatted("noreply@energy.example") + "]}");

        assertThat(alerts).extracting(ProviderAlert::topic).containsOnly(Topic.SENDING_RESTRICTED);
        assertThat(alerts).extracting(alert -> alert.mailbox().orElseThrow().text())
                .containsExactly("info@energy.example", "noreply@energy.example");
    }

    private static String detection(String type, String state) {
        return "{\"id\":\"r\",\"riskEventType\":\"" + type + "\",\"riskState\":\"" + state + "\",\"riskLevel\":\"high\","
                + "\"detectionTimingType\":\"offline\",\"ipAddress\":\"192.0.2.9\","
                + "\"activityDateTime\":\"2026-03-01T02:00:00Z\",\"userPrincipalName\":\"info@energy.example\"}";
    }

    private List<ProviderAlert> alerts(String json) {
        return ExportFiles.read(new EntraLogReader(), new ExportFiles(folder).file("risk.json", json))
                .evidence(ProviderAlert.class);
    }
}
