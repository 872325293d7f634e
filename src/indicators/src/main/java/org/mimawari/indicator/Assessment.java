package org.mimawari.indicator;

import java.util.List;
import org.mimawari.evidence.Gap;

/** What an indicator answers for one mailbox. "Could not look" is an answer of its own and never the same as clear. */
public sealed interface Assessment {

    IndicatorProfile indicator();

    /** Looked, and found nothing. */
    record Clear(IndicatorProfile indicator) implements Assessment {}

    /** Looked, and found this. */
    record Flagged(IndicatorProfile indicator, List<Finding> findings) implements Assessment {

        public Flagged {
            findings = List.copyOf(findings);
        }
    }

    /** Could not look, for want of this evidence. */
    record NotAssessed(IndicatorProfile indicator, List<Gap> missing) implements Assessment {

        public NotAssessed {
            missing = List.copyOf(missing);
        }
    }
}
