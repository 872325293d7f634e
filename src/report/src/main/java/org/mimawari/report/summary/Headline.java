package org.mimawari.report.summary;

import java.util.List;
import org.mimawari.incident.Verdict;
import org.mimawari.report.wording.Phrasing;
import org.mimawari.report.wording.Wording;
import org.mimawari.scan.ScanResult;

/** The answer in one or two sentences. */
public final class Headline {

    private final Wording wording;

    public Headline(Wording wording) {
        this.wording = wording;
    }

    public String of(ScanResult result) {
        return switch (result.verdict()) {
            case COMPROMISED -> compromised(Affected.in(result));
            case SUSPICIOUS -> suspicious(Affected.in(result));
            case NO_SIGN -> wording.phrase("headline.no-sign");
            case CANNOT_SAY -> wording.phrase("headline.cannot-say");
        };
    }

    /** Whether there may be more than was found. */
    public String completeness(ScanResult result) {
        if (result.verdict() == Verdict.CANNOT_SAY) {
            return wording.phrase("headline.unknown");
        }
        return wording.phrase(result.missing().isEmpty() ? "headline.complete" : "headline.incomplete");
    }

    private String compromised(List<Affected> affected) {
        long mailboxes = count(affected, Verdict.COMPROMISED);
        long more = count(affected, Verdict.SUSPICIOUS);
        String first = mailboxes == 0 ? wording.phrase("headline.organisation")
                : wording.counted("headline.compromised", mailboxes, Phrasing.number(mailboxes));
        return more == 0 ? first : first + wording.phrase("headline.between")
                + wording.counted("headline.more-suspicious", more, Phrasing.number(more));
    }

    private String suspicious(List<Affected> affected) {
        long mailboxes = count(affected, Verdict.SUSPICIOUS);
        return mailboxes == 0 ? wording.phrase("headline.suspicious-organisation")
                : wording.counted("headline.suspicious", mailboxes, Phrasing.number(mailboxes));
    }

    private static long count(List<Affected> affected, Verdict verdict) {
        return affected.stream().filter(each -> each.mailbox().isPresent() && each.verdict() == verdict).count();
    }
}
