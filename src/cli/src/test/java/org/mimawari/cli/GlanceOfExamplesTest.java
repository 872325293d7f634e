package org.mimawari.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.export.ExportSettings;
import org.mimawari.connector.export.folder.ExportConnector;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.Examiner;
import org.mimawari.indicator.Policy;
import org.mimawari.indicator.catalogue.Indicators;
import org.mimawari.indicator.habit.Glance;
import org.mimawari.store.EvidenceVault;

/** What a glance rules out is never found without it: the examples' evidence, judged with it and without. */
class GlanceOfExamplesTest {

    private static final OwnDomains OWN = OwnDomains.of("hinode.example");

    private final Examiner examiner = new Examiner(Indicators.all(Policy.forDomains(OWN)));

    @ParameterizedTest
    @ValueSource(strings = {"mixed", "s0-relay-through-info", "s1-bounces-for-mail-never-sent",
        "s2-twenty-minutes-of-noreply", "s3-from-dawn-to-dusk", "s4-quiet-theft"})
    void everyMailboxIsJudgedAlikeWithAndWithoutIt(String example) throws ConnectorException {
        for (List<Evidence> mailbox : read(Path.of("../../examples", example, "evidence")).values()) {
            MailboxEvidence blind = evidence(mailbox);
            blind.derived(Glance.class, any -> Glance.blind());
            List<Assessment> without = examiner.assess(blind);
            assertThat(examiner.assess(evidence(mailbox))).isEqualTo(without);
        }
    }

    private static MailboxEvidence evidence(List<Evidence> pieces) {
        MailboxEvidence.Builder builder = EvidenceVault.owner(pieces.get(0)).map(MailboxEvidence::of)
                .orElseGet(MailboxEvidence::ofTenant);
        pieces.forEach(builder::add);
        return builder.build();
    }

    private static Map<Optional<MailboxAddress>, List<Evidence>> read(Path folder) throws ConnectorException {
        Gathered gathered = new Gathered();
        try (ExportConnector connector = new ExportConnector(new ExportSettings(List.of(folder), Optional.empty(),
                Optional.empty(), ZoneId.of("Asia/Tokyo"), OWN))) {
            connector.collect(gathered);
        }
        return gathered.byOwner;
    }

    /** Keeps everything, by whose it is. */
    private static final class Gathered implements EvidenceSink {

        private final Map<Optional<MailboxAddress>, List<Evidence>> byOwner = new HashMap<>();

        @Override
        public boolean admit(long fingerprint) {
            return true;
        }

        @Override
        public void accept(Evidence evidence) {
            byOwner.computeIfAbsent(EvidenceVault.owner(evidence), any -> new ArrayList<>()).add(evidence);
        }

        @Override
        public void reject(EvidenceRef where, String why) {
            throw new AssertionError(where + ": " + why);
        }

        @Override
        public void cover(Coverage coverage) {
            // Only what was read is judged here.
        }
    }
}
