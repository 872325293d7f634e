package org.mimawari.indicator;

import java.util.List;
import org.mimawari.evidence.MailboxEvidence;

/**
 * One sign that somebody else controls a mailbox. Pure: the same evidence always gives the same findings. Linear in the
 * evidence unless its documentation says otherwise. Safe for any thread.
 */
public interface Indicator {

    IndicatorProfile profile();

    List<Finding> examine(MailboxEvidence evidence);
}
