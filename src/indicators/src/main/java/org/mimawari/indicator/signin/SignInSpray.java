package org.mimawari.indicator.signin;

import java.util.List;
import java.util.Optional;
import org.mimawari.evidence.TimeRange;
import org.mimawari.indicator.Citation;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.MailboxDigest;
import org.mimawari.indicator.TenantIndicator;

/** One source failed at ten or more accounts within twenty minutes: a warning to the whole organisation (T1110.003). */
public final class SignInSpray implements TenantIndicator {

    private static final IndicatorProfile PROFILE =
            SignInFinding.profile("signin-spray", Level.MEDIUM, 30, 0.6, "T1110.003", "T1110.004");
    private static final int ACCOUNTS = 10;

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(List<MailboxDigest> mailboxes) {
        return Spray.all(mailboxes, ACCOUNTS).stream().map(spray -> Finding.of(PROFILE, Optional.empty(),
                TimeRange.of(spray.failures()), spray.key(), SignInReason.of(spray.failures())
                        .andNumber("mailboxes", spray.mailboxes().size())
                        .andTexts("accounts", List.copyOf(spray.mailboxes())), Citation.of(spray.failures()))).toList();
    }
}
