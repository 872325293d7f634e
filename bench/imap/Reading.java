import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.Settings;
import org.mimawari.connector.imap.ImapConnectorFactory;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.EvidenceRef;

/** Our connector into a sink that only counts; four mailboxes at a time. */
final class Reading {

    private Reading() {}

    /** Arguments: port, file of the authority, password, first mailbox, how many. */
    public static void main(String[] arguments) throws ConnectorException {
        List<String> mailboxes = new ArrayList<>();
        int first = Integer.parseInt(arguments[3]);
        for (int i = first; i < first + Integer.parseInt(arguments[4]); i++) {
            mailboxes.add("user" + i + "@shop.example");
        }
        Map<String, List<String>> settings = Map.of("host", List.of("127.0.0.1"), "port", List.of(arguments[0]), "ca",
                List.of(arguments[1]), "password", List.of(arguments[2]), "mailboxes", mailboxes, "sieve", List.of("no"));
        long start = System.nanoTime();
        Counting counting = new Counting();
        new ImapConnectorFactory().connector(new Settings(settings)).collect(counting);
        Figures.print(start, counting.sent, counting.broken);
    }

    private static final class Counting implements EvidenceSink {

        private long sent;
        private long broken;

        @Override
        public boolean admit(long fingerprint) {
            return true;
        }

        @Override
        public void accept(Evidence piece) {
            sent += piece.kind() == EvidenceKind.SENT_MESSAGE ? 1 : 0;
        }

        @Override
        public void reject(EvidenceRef where, String why) {
            broken++;
        }

        @Override
        public void cover(Coverage piece) {
            broken += piece.isBroken() ? 1 : 0;
        }
    }
}
