package org.mimawari.realmail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** What a report says about mailboxes, for tests. */
record Report(JsonNode root) {

    static Report in(Path folder) throws IOException {
        return new Report(JsonMapper.builder().build().readTree(folder.resolve("report.json").toFile()));
    }

    JsonNode mailbox(String address) {
        return StreamSupport.stream(root.get("mailboxes").spliterator(), false)
                .filter(mailbox -> mailbox.get("address").asText().equals(address)).findFirst()
                .orElseThrow(() -> new AssertionError("the report does not name " + address));
    }

    String level(String address) {
        return mailbox(address).get("level").asText();
    }

    Instant first(String address) {
        return Instant.parse(mailbox(address).get("firstSeen").asText());
    }

    Instant last(String address) {
        return Instant.parse(mailbox(address).get("lastSeen").asText());
    }

    List<JsonNode> findings(String address) {
        return StreamSupport.stream(root.get("findings").spliterator(), false)
                .filter(finding -> finding.path("mailbox").asText().equals(address)).toList();
    }

    Set<String> indicators(String address) {
        Set<String> ids = new TreeSet<>();
        findings(address).forEach(finding -> ids.add(finding.get("indicator").asText()));
        return ids;
    }

    /** All that is said of a mailbox, as text. */
    String words(String address) {
        return findings(address).toString();
    }
}
