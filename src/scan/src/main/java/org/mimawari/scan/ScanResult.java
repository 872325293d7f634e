package org.mimawari.scan;

import java.util.List;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Gap;
import org.mimawari.incident.Incident;
import org.mimawari.incident.Verdict;
import org.mimawari.indicator.Finding;

/**
 * Everything one scan says. Lists are sorted; the same evidence in any order gives the same result, but for {@code run}.
 *
 * @param suppressed findings the operator accepted; they are in {@code findings} too
 * @param notes ids of remarks the report words, with their values: inferred domains, records beyond a limit
 * @param reach whom the mail of mailboxes with an incident reached, in alphabetical order of the mailboxes
 */
public record ScanResult(
        RunFacts run,
        Verdict verdict,
        EvidenceCount evidence,
        List<Rejection> rejections,
        List<Coverage> coverage,
        List<MailboxResult> mailboxes,
        List<Incident> incidents,
        List<Finding> findings,
        List<NotAssessedEntry> notAssessed,
        List<Gap> missing,
        List<Finding> suppressed,
        List<Note> notes,
        List<Reach> reach) {

    /** The same result as of another run. */
    public ScanResult in(RunFacts other) {
        return new ScanResult(other, verdict, evidence, rejections, coverage, mailboxes, incidents, findings, notAssessed,
                missing, suppressed, notes, reach);
    }

    /** A remark about the run. */
    public record Note(String id, String value) {}
}
