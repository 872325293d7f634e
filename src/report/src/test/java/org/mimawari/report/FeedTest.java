package org.mimawari.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Reason;
import org.mimawari.report.feed.EcsAlerts;
import org.mimawari.report.feed.OcsfFindings;
import org.mimawari.report.feed.SarifLog;
import org.mimawari.report.feed.StixBundle;
import org.mimawari.scan.ScanResult;

class FeedTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<ResultStory> stories() {
        return Stream.of(Stories.relay(), Stories.blind(), Stories.calm(), Stories.organisation(), ResultStory.scan(),
                HostileStory.result());
    }

    @ParameterizedTest
    @MethodSource("stories")
    void ocsfAgreesWithItsRules(ResultStory story) throws IOException {
        Schema schema = schema("/org/mimawari/report/feed/ocsf.schema.json", SpecificationVersion.DRAFT_2020_12);
        assertThat(ocsf(story.result()).lines()).allSatisfy(line -> assertThat(schema.validate(line, InputFormat.JSON)).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("stories")
    void ecsAgreesWithItsRules(ResultStory story) throws IOException {
        Schema schema = schema("/org/mimawari/report/feed/ecs.schema.json", SpecificationVersion.DRAFT_2020_12);
        assertThat(ecs(story.result()).lines()).allSatisfy(line -> assertThat(schema.validate(line, InputFormat.JSON)).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("stories")
    void sarifAgreesWithItsPublishedSchema(ResultStory story) throws IOException {
        Schema schema = schema("/schema/sarif-schema-2.1.0.json", SpecificationVersion.DRAFT_7);
        assertThat(schema.validate(sarif(story.result()), InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("stories")
    void stixAgreesWithItsRules(ResultStory story) throws IOException {
        Schema schema = schema("/org/mimawari/report/feed/stix.schema.json", SpecificationVersion.DRAFT_2020_12);
        assertThat(schema.validate(stix(story.result()), InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("stories")
    void everyReferenceOfStixLeadsToAnObject(ResultStory story) throws IOException {
        Set<String> ids = new HashSet<>();
        List<String> references = new ArrayList<>();
        for (JsonNode object : JSON.readTree(stix(story.result())).path("objects")) {
            assertThat(ids.add(object.get("id").asText())).isTrue();
            List.of("created_by_ref", "source_ref", "target_ref").forEach(name -> {
                if (object.has(name)) {
                    references.add(object.get(name).asText());
                }
            });
        }
        assertThat(ids).containsAll(references);
    }

    @Test
    void thePublishedSchemaRefusesWhatIsNoSarif() throws IOException {
        Schema schema = schema("/schema/sarif-schema-2.1.0.json", SpecificationVersion.DRAFT_7);
        String odd = sarif(Stories.relay().result()).replace("\"ruleIndex\"", "\"ruleNumber\"");
        assertThat(schema.validate(odd, InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void findingsOfOneIncidentShareTheirCorrelation() throws IOException {
        Set<String> incidents = new HashSet<>();
        for (String line : ocsf(ResultStory.scan().finds(Stories.foreignSignIn(), Stories.burst()).result()).lines().toList()) {
            incidents.add(JSON.readTree(line).at("/metadata/correlation_uid").asText());
        }
        assertThat(incidents).hasSize(1).allMatch(id -> id.startsWith("I-"));
    }

    @Test
    void namesTheAddressOfTheIntruder() throws IOException {
        ScanResult result = ResultStory.scan().finds(Stories.foreignSignIn(), Stories.burst()).result();
        assertThat(ocsf(result)).contains("\"src_endpoint\":{\"ip\":\"203.0.113.7\"}", "\"type\":\"IP Address\",\"value\":\"203.0.113.7\"");
        assertThat(ecs(result)).contains("\"source\":{\"ip\":\"203.0.113.7\"}");
        assertThat(stix(result)).contains("[ipv4-addr:value = '203.0.113.7']");
    }

    @Test
    void leadsToFileAndLine() {
        assertThat(sarif(ResultStory.scan().finds(Stories.foreignSignIn()).result()).replaceAll("\\s", ""))
                .contains("\"uri\":\"dovecot.log\"},\"region\":{\"startLine\":1}");
    }

    @Test
    void theSameEvidenceGivesTheSameBytesAtAnotherHour() {
        ScanResult now = Stories.relay().startedAt("2024-05-07T00:30:00Z").result();
        ScanResult later = Stories.relay().startedAt("2024-06-07T00:30:00Z").result();
        assertThat(ocsf(later)).isEqualTo(ocsf(now));
        assertThat(ecs(later)).isEqualTo(ecs(now));
        assertThat(stix(later)).isEqualTo(stix(now));
    }

    @Test
    void doesNotShareWhatLooksLikeTheOwner() {
        FindingStory own = ResultStory.finding("fwd-external-rule").of(Family.FORWARDING, AttackStage.PERSISTENCE)
                .at("2024-05-01T10:00:00Z", "2024-05-01T10:00:00Z").because(Reason.text("target", "me@shop.example"));
        assertThat(stix(ResultStory.scan().finds(Stories.burst(), Stories.foreignSignIn(), own).result()))
                .doesNotContain("me@shop.example");
    }

    @Test
    void anApostropheCannotLeaveThePattern() {
        FindingStory odd = ResultStory.finding("fwd-external-rule").of(Family.FORWARDING, AttackStage.PERSISTENCE)
                .at("2024-05-01T10:00:00Z", "2024-05-01T10:00:00Z").because(Reason.text("target", "o'\\x@drop.example"));
        assertThat(stix(ResultStory.scan().finds(Stories.burst(), Stories.foreignSignIn(), odd).result()))
                .contains("o\\\\'\\\\\\\\x@drop.example");
    }

    private static String ocsf(ScanResult result) {
        return Stories.written(out -> new OcsfFindings(Stories.ENGLISH.phrasing()).write(result, out));
    }

    private static String ecs(ScanResult result) {
        return Stories.written(out -> new EcsAlerts(Stories.ENGLISH.phrasing()).write(result, out));
    }

    private static String sarif(ScanResult result) {
        return Stories.written(out -> new SarifLog(Stories.JAPANESE.phrasing()).write(result, out));
    }

    private static String stix(ScanResult result) {
        return Stories.written(out -> new StixBundle().write(result, out));
    }

    private static Schema schema(String resource, SpecificationVersion version) throws IOException {
        try (InputStream in = FeedTest.class.getResourceAsStream(resource)) {
            return SchemaRegistry.withDefaultDialect(version).getSchema(in, InputFormat.JSON);
        }
    }
}
