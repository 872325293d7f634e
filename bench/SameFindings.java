import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Compares the findings of two {@code report.json} files; where their evidence stands (file and line) may differ, as it
 * does where the same records come in another order. Ends with 1 where they differ.
 */
public final class SameFindings {

    private SameFindings() {}

    public static void main(String[] arguments) throws IOException {
        List<String> one = findings(arguments[0]);
        List<String> other = findings(arguments[1]);
        boolean same = one.equals(other);
        System.out.println(one.size() + " and " + other.size() + " findings, " + (same ? "the same" : "NOT THE SAME"));
        System.exit(same ? 0 : 1);
    }

    private static List<String> findings(String report) throws IOException {
        JsonNode findings = new ObjectMapper().readTree(new File(report)).required("findings");
        return StreamSupport.stream(findings.spliterator(), false).map(SameFindings::text).sorted().toList();
    }

    private static String text(JsonNode finding) {
        List<String> records = StreamSupport.stream(finding.path("evidence").spliterator(), false)
                .map(piece -> piece.path("recordId").asText()).sorted().toList();
        List<String> facts = Stream.of("id", "indicator", "mailbox", "level", "from", "to", "reason", "text")
                .map(name -> finding.path(name).toString()).toList();
        return facts + " " + records;
    }
}
