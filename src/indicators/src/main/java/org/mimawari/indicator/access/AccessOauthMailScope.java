package org.mimawari.indicator.access;

import java.util.List;
import org.mimawari.evidence.ConnectedApp;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Multiplier;
import org.mimawari.indicator.Policy;
import org.mimawari.indicator.network.AppRoles;

/** An application was given permission to read or send the mailbox's mail (ATT&amp;CK T1528). */
public final class AccessOauthMailScope implements Indicator {

    private static final IndicatorProfile PROFILE =
            AccessFinding.profile("access-oauth-mail-scope", EvidenceKind.CONNECTED_APP, Level.MEDIUM, 35, 0.6,
                    "T1528");

    private final Policy policy;

    public AccessOauthMailScope(Policy policy) {
        this.policy = policy;
    }

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        return Apps.granted(evidence, app -> !app.tenantWide() && !MailScopes.of(app).isEmpty()).stream()
                .map(group -> finding(group, evidence)).toList();
    }

    private Finding finding(List<ConnectedApp> group, MailboxEvidence evidence) {
        ConnectedApp app = group.get(0);
        Finding finding = Apps.weighed(AccessFinding.of(PROFILE, evidence, app.appId(), group,
                Apps.reason(app).andTexts("scopes", MailScopes.of(app))), app, policy);
        if (AppRoles.isCommonMailProgram(app.appId())) {
            return finding.judged(Level.LOW, 20, 0.5);
        }
        return app.verified().orElse(false) ? finding.times(Multiplier.modifier("verified-publisher", 0.7)) : finding;
    }
}
