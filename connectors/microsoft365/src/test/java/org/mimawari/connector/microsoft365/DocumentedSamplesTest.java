package org.mimawari.connector.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.mimawari.connector.ConnectorException;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.story.SharedFolder;
import org.mimawari.simulator.graph.FakeGraph;
import org.mimawari.simulator.graph.GraphAccess;
import org.mimawari.simulator.graph.GraphFault;
import org.mimawari.simulator.graph.GraphReply;

/** The answers that the vendor's documentation shows, in place of those of the fake. */
class DocumentedSamplesTest {

    /** The end of the path that answers so, by the name of the sample. */
    private static final Map<String, String> LISTS = Map.ofEntries(Map.entry("signin-list", "auditLogs/signIns"),
            Map.entry("directoryaudit-list", "directoryAudits"), Map.entry("mailfolder-list-messagerules", "messageRules"),
            Map.entry("user-get-mailboxsettings", "mailboxSettings"), Map.entry("user-list", "/users"),
            Map.entry("mailfolder-list-messages", "sentitems/messages"), Map.entry("domain-list", "/domains"),
            Map.entry("oauth2permissiongrant-list", "oauth2PermissionGrants"),
            Map.entry("serviceprincipal-list", "/servicePrincipals"), Map.entry("riskdetection-list", "riskDetections"),
            Map.entry("riskyusers-list", "riskyUsers"), Map.entry("directory-deleteditems-list", "microsoft.graph.user"),
            Map.entry("authentication-list-methods", "authentication/methods"));

    private static List<Path> samples(Path folder, String name) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("(v1\\.0|beta)__api__" + name + "\\.\\d+\\.200\\.json"))
                    .sorted().toList();
        }
    }

    private static String trouble(Path sample, String list) throws IOException, ConnectorException {
        String body = Files.readString(sample);
        try (FakeGraph graph = FakeGraph.of(SmallTenant.of(2, 1), GraphAccess.full()).with(GraphFault.always(request ->
                request.path().endsWith(list) && !request.isLaterPage(), GraphReply.json(200, body)))) {
            Evidences evidence = Tenants.of(graph).with("since", "1d").collect();
            List<String> broken = evidence.coverage().stream().filter(Coverage::isBroken)
                    .flatMap(piece -> piece.reason().stream()).filter(why -> !why.contains("loop") && !why.contains("elsewhere"))
                    .distinct().toList();
            return broken.isEmpty() && evidence.rejected().isEmpty() ? ""
                    : sample.getFileName() + " " + broken + " " + evidence.rejected();
        }
    }

    @Test
    void areUnderstoodOrNamed() throws IOException, ConnectorException {
        Optional<Path> folder = SharedFolder.find("contracts/graph/doc-samples");
        Assumptions.assumeTrue(folder.isPresent(), SharedFolder.MISSING);
        List<String> troubles = new ArrayList<>();
        int read = 0;
        for (Map.Entry<String, String> list : LISTS.entrySet()) {
            for (Path sample : samples(folder.get(), list.getKey())) {
                String trouble = trouble(sample, list.getValue());
                if (!trouble.isEmpty()) {
                    troubles.add(trouble);
                }
                read++;
            }
        }

        assertThat(read).isGreaterThan(30);
        // Three lists of users were made without ids and principal names.
        assertThat(troubles).hasSizeLessThanOrEqualTo(3)
                .allMatch(trouble -> trouble.contains("user-list") && trouble.contains("not a user"));
    }
}
