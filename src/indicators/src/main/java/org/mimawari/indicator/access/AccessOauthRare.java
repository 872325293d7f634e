package org.mimawari.indicator.access;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.ConnectedApp;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.TimeRange;
import org.mimawari.indicator.Citation;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.MailboxDigest;
import org.mimawari.indicator.Multiplier;
import org.mimawari.indicator.Policy;
import org.mimawari.indicator.TenantIndicator;
import org.mimawari.indicator.network.AppRoles;

/**
 * A newly granted application with mail access that hardly anybody else in the organisation uses; weightier within an
 * hour of a suspicious sign-in (ATT&amp;CK T1528, T1671).
 */
public final class AccessOauthRare implements TenantIndicator {

    private static final IndicatorProfile PROFILE = AccessFinding.profile("access-oauth-rare",
            EvidenceKind.CONNECTED_APP, Level.MEDIUM, 40, 0.65, "T1528", "T1671");
    private static final int ENOUGH_MAILBOXES = 5;
    private static final int FEW = 2;
    private static final int MOST = 500;
    private static final Duration AFTER_ENTRY = Duration.ofHours(1);

    private final Policy policy;

    public AccessOauthRare(Policy policy) {
        this.policy = policy;
    }

    /** A grant, and the mailbox that gave it. */
    private record Grant(MailboxDigest digest, ConnectedApp app) {}

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(List<MailboxDigest> mailboxes) {
        long own = mailboxes.stream().filter(digest -> digest.exists() && digest.mailbox().isPresent()).count();
        if (own < ENOUGH_MAILBOXES) {
            return List.of();
        }
        Map<String, List<Grant>> byApp = new TreeMap<>();
        mailboxes.forEach(digest -> digest.apps().stream().filter(app -> !app.tenantWide()).forEach(app ->
                byApp.computeIfAbsent(Apps.lower(app), any -> new ArrayList<>()).add(new Grant(digest, app))));
        List<Finding> findings = new ArrayList<>();
        byApp.values().stream().filter(AccessOauthRare::isRare).forEach(grants -> grants.stream()
                .filter(this::matters).findFirst().filter(any -> findings.size() < MOST)
                .ifPresent(first -> findings.add(finding(first, grants))));
        return findings;
    }

    /** Used by so few, and by nobody for long. */
    private static boolean isRare(List<Grant> grants) {
        Set<String> users = new TreeSet<>();
        grants.forEach(grant -> grant.digest().mailbox().map(MailboxAddress::text).ifPresent(users::add));
        return users.size() <= FEW && grants.stream().noneMatch(grant -> grant.app().change() == Change.PRESENT
                && grant.app().time().isEmpty());
    }

    private boolean matters(Grant grant) {
        ConnectedApp app = grant.app();
        return app.change() == Change.ADDED && app.time().isPresent() && !MailScopes.of(app).isEmpty()
                && !Apps.isApproved(app, policy) && !AppRoles.isCommonMailProgram(app.appId());
    }

    private static Finding finding(Grant grant, List<Grant> all) {
        ConnectedApp app = grant.app();
        Finding finding = Finding.of(PROFILE, grant.digest().mailbox(), TimeRange.at(app.time().orElseThrow()),
                app.appId(), Apps.reason(app).andTexts("scopes", MailScopes.of(app)).andNumber("mailboxes",
                        all.stream().map(each -> each.digest().mailbox()).distinct().count()), Citation.of(app));
        return followsEntry(grant.digest(), app.time().orElseThrow())
                ? finding.times(Multiplier.modifier("after-suspicious-sign-in", 1.3)) : finding;
    }

    private static boolean followsEntry(MailboxDigest digest, Instant when) {
        return digest.findings().stream().filter(each -> each.indicator().family() == Family.SIGN_IN)
                .filter(each -> each.level().isAtLeast(Level.MEDIUM)).map(Finding::when)
                .anyMatch(range -> isWithin(range, when));
    }

    private static boolean isWithin(TimeRange range, Instant when) {
        Optional<Instant> from = range.from();
        return from.isPresent() && !from.get().isAfter(when)
                && !range.to().orElseThrow().isBefore(when.minus(AFTER_ENTRY));
    }
}
