package org.mimawari.scan.round;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.incident.KnownIncident;
import org.mimawari.scan.ScanResult;

/**
 * What a round says.
 *
 * @param changes incidents that are new, graver, resolved, or whose acknowledgement ended; gravest first
 * @param incidents all that are not resolved, gravest first
 * @param result what was judged; empty where nothing had changed and nothing had to be judged
 * @param records how many records were read in this round
 * @param pieces how many pieces of evidence these gave, by kind
 * @param failures what went wrong and was not told before, and what works again, in sentences
 * @param unreachable what could not be read in this round, told before or not
 */
public record RoundResult(
        Instant started,
        Instant finished,
        List<KnownIncident> changes,
        List<KnownIncident> incidents,
        Optional<ScanResult> result,
        long records,
        Map<EvidenceKind, Long> pieces,
        List<String> failures,
        List<String> unreachable) {

    public RoundResult {
        changes = List.copyOf(changes);
        incidents = List.copyOf(incidents);
        pieces = Map.copyOf(pieces);
        failures = List.copyOf(failures);
        unreachable = List.copyOf(unreachable);
    }
}
