package org.mimawari.indicator;

import java.util.List;

/**
 * A sign that shows only when mailboxes are compared. Works on small digests of all mailboxes, sorted by address; pure
 * like {@link Indicator}.
 */
public interface TenantIndicator {

    IndicatorProfile profile();

    List<Finding> examine(List<MailboxDigest> mailboxes);
}
