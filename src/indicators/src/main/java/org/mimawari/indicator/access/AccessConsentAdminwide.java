package org.mimawari.indicator.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.ConnectedApp;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.SettingChange;
import org.mimawari.evidence.SettingTopic;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Policy;
import org.mimawari.indicator.habit.Episodes;

/**
 * An application was given mail access to every mailbox of the organisation, or the right to act as anybody (ATT&amp;CK
 * T1098.003, T1671).
 */
public final class AccessConsentAdminwide implements Indicator {

    private static final IndicatorProfile PROFILE =
            AccessFinding.profile("access-consent-adminwide", EvidenceKind.CONNECTED_APP, Level.HIGH, 60, 0.75,
                    "T1098.003", "T1671");

    private final Policy policy;

    public AccessConsentAdminwide(Policy policy) {
        this.policy = policy;
    }

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        List<Finding> findings = new ArrayList<>();
        for (List<ConnectedApp> group : Apps.granted(evidence, AccessConsentAdminwide::isBroad)) {
            ConnectedApp app = group.get(0);
            Finding finding = Apps.weighed(AccessFinding.of(PROFILE, evidence, app.appId(), group, Apps.reason(app)),
                    app, policy);
            findings.add(app.change() == Change.PRESENT ? finding.judged(Level.LOW, 25, 0.5) : finding);
        }
        Episodes.groups(impersonations(evidence), AccessFinding::target).forEach(group -> findings.add(
                AccessFinding.of(PROFILE, evidence, AccessFinding.target(group.get(0)), group,
                        AccessFinding.reason(group.get(0)).andText("app", AccessFinding.target(group.get(0)))
                                .andNumber("count", group.size()))));
        return findings;
    }

    /** Who may manage roles can give himself the mail as well. */
    private static boolean isBroad(ConnectedApp app) {
        return app.tenantWide() && app.scopes().stream().anyMatch(scope -> MailScopes.opensMail(scope)
                || scope.toLowerCase(Locale.ROOT).contains("rolemanagement.readwrite")
                || scope.toLowerCase(Locale.ROOT).contains("approleassignment.readwrite"));
    }

    /** Exchange's ApplicationImpersonation, and Google's delegation of authority over the whole domain. */
    private static List<SettingChange> impersonations(MailboxEvidence evidence) {
        return evidence.settingChanges().stream().filter(SettingChange::succeeded).filter(change ->
                change.operation().equalsIgnoreCase("AUTHORIZE_API_CLIENT_ACCESS")
                || change.topic() == SettingTopic.ROLE_GRANTED && grantsImpersonation(change)).toList();
    }

    private static boolean grantsImpersonation(SettingChange change) {
        return (change.target().orElse("") + change.parameters()).toLowerCase(Locale.ROOT)
                .contains("applicationimpersonation");
    }
}
