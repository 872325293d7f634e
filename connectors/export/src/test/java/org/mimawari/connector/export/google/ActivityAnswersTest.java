package org.mimawari.connector.export.google;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.evidence.SettingChange;
import org.mimawari.evidence.SignIn;

class ActivityAnswersTest {

    private static final JsonFactory JSON = new JsonFactory();

    private final Taken taken = new Taken();

    /** Keeps evidence of new records, and refuses evidence of records that are known. */
    private static final class Taken implements EvidenceSink {
        private final Set<Long> known = new HashSet<>();
        private final List<Evidence> evidence = new ArrayList<>();
        private final List<String> rejected = new ArrayList<>();
        private boolean isOpen;

        @Override
        public boolean admit(long fingerprint) {
            isOpen = known.add(fingerprint);
            return isOpen;
        }

        @Override
        public void accept(Evidence piece) {
            assertThat(isOpen).isTrue();
            evidence.add(piece);
        }

        @Override
        public void reject(EvidenceRef where, String why) {
            rejected.add(why);
        }

        @Override
        public void cover(Coverage coverage) {}
    }

    private void read(String log, List<String> activities) throws IOException {
        ActivityAnswers answers = new ActivityAnswers(log, "live", OwnDomains.of("shop.example"), taken);
        for (String activity : activities) {
            try (JsonParser parser = JSON.createParser(activity)) {
                parser.nextToken();
                answers.take(parser);
            }
        }
        answers.finish();
    }

    private static String login(int id, String name, String type) {
        return activity("login", id, name, "[{\"name\":\"login_type\",\"value\":\"" + type + "\"}]");
    }

    private static String activity(String log, int id, String name, String parameters) {
        return "{\"id\":{\"time\":\"2026-11-24T01:00:%02dZ\",\"uniqueQualifier\":\"%d\",\"applicationName\":\"%s\"},"
                .formatted(id % 60, id, log) + "\"actor\":{\"email\":\"a@shop.example\"},\"ipAddress\":\"192.0.2.1\","
                + "\"events\":[{\"type\":\"t\",\"name\":\"" + name + "\",\"parameters\":" + parameters + "}]}";
    }

    @Test
    void givesAFailureThatIsNoneWithItsOwnRecord() throws IOException {
        List<String> activities = List.of(login(3, "login_success", "google_password"), login(1, "login_success", "saml"),
                login(2, "login_failure", "google_password"));
        read("login", activities);
        read("login", activities);

        assertThat(taken.evidence).hasSize(3).filteredOn(piece -> !((SignIn) piece).succeeded()).singleElement()
                .matches(piece -> !((SignIn) piece).wrongPassword());
    }

    @Test
    void givesWhatManyRecordsShowTogetherOnce() throws IOException {
        List<String> downloads = new ArrayList<>();
        for (int i = 0; i < 55; i++) {
            downloads.add(activity("drive", i, "download", "[{\"name\":\"doc_id\",\"value\":\"d" + i + "\"}]"));
        }
        read("drive", downloads);
        read("drive", downloads);

        assertThat(taken.evidence).filteredOn(piece -> ((SettingChange) piece).operation().startsWith("bulk download"))
                .hasSize(1);
    }

    @Test
    void countsWhatIsNoActivityAndGoesOn() throws IOException {
        read("login", List.of("\"text\"", "{}", "{\"id\":{\"time\":\"soon\"},\"events\":[]}",
                login(1, "login_success", "google_password")));

        assertThat(taken.rejected).hasSize(3);
        assertThat(taken.evidence).hasSize(1);
    }

    @Test
    void tellsWhatALogShowsThoughNothingHappened() {
        ActivityAnswers answers = new ActivityAnswers("admin", "live", OwnDomains.of(), taken);

        assertThat(answers.shows()).containsExactly(EvidenceKind.SETTING_CHANGE);
        assertThat(answers.showsChanges()).contains(EvidenceKind.MAIL_FLOW_RULE, EvidenceKind.CONNECTED_APP);
    }
}
