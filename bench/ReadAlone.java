import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.export.ExportSettings;
import org.mimawari.connector.export.Source;
import org.mimawari.connector.export.microsoft.UnifiedAuditReader;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.OwnDomains;

/** Reads an audit log as a scan does and only counts what it gives: what reading costs without judging. */
public final class ReadAlone implements EvidenceSink {

    private long records;
    private long pieces;
    private long rejected;

    private ReadAlone() {}

    public static void main(String[] arguments) {
        Path file = Path.of(arguments[0]);
        ReadAlone counts = new ReadAlone();
        Source source = new Source(file, file.getFileName().toString(), Optional.empty(), List.of());
        ExportSettings settings = new ExportSettings(List.of(file), Optional.empty(), Optional.empty(), ZoneOffset.UTC,
                OwnDomains.of(arguments[1].split(",")));
        new UnifiedAuditReader(settings).read(List.of(source), counts);
        System.out.println(counts.records + " records " + counts.pieces + " pieces of evidence " + counts.rejected
                + " rejected");
    }

    @Override
    public boolean admit(long fingerprint) {
        records++;
        return true;
    }

    @Override
    public void accept(Evidence evidence) {
        pieces++;
    }

    @Override
    public void reject(EvidenceRef where, String why) {
        rejected++;
    }

    @Override
    public void cover(Coverage coverage) {
        // Only the whole scan asks for it.
    }
}
