package org.mimawari.indicator.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mimawari.evidence.ConnectedApp;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.SignIn;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Multiplier;
import org.mimawari.indicator.Policy;
import org.mimawari.indicator.Reason;
import org.mimawari.indicator.habit.Episodes;
import org.mimawari.indicator.habit.Glance;
import org.mimawari.indicator.network.AppRoles;

/**
 * An application known from mailbox takeovers was given access, signed in or read mail (ATT&amp;CK
 * T1528, T1671).
 */
public final class AccessOauthKnownAbused implements Indicator {

    private static final IndicatorProfile PROFILE =
            AccessFinding.profile("access-oauth-known-abused", EvidenceKind.CONNECTED_APP, Level.HIGH, 75, 0.85,
                    "T1528", "T1671");
    private static final String WEB_SERVICES = "Client=WebServices;";
    private static final Comparator<Evidence> IN_TIME = Comparator
            .comparing((Evidence use) -> use.time().orElse(Instant.MIN)).thenComparing(Evidence::ref);

    private final Policy policy;

    public AccessOauthKnownAbused(Policy policy) {
        this.policy = policy;
    }

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        List<Evidence> uses = new ArrayList<>();
        if (!mayBeUsed(evidence)) {
            return List.of();
        }
        evidence.connectedApps().stream().filter(app -> !app.change().ends()).forEach(uses::add);
        evidence.signIns().stream().filter(SignIn::succeeded).forEach(uses::add);
        uses.addAll(evidence.mailAccesses());
        List<Evidence> abused = uses.stream().filter(use -> abused(use).isPresent()).sorted(IN_TIME).toList();
        return Episodes.groups(abused, use -> abused(use).orElse("")).stream()
                .map(group -> finding(group, evidence)).toList();
    }

    private static boolean mayBeUsed(MailboxEvidence evidence) {
        Glance glance = Glance.of(evidence);
        return !evidence.connectedApps().isEmpty()
                || glance.mayHaveApp(AccessOauthKnownAbused::isAbused)
                || glance.mayHaveReadingApp(AccessOauthKnownAbused::isAbused)
                || glance.mayHaveReader(client -> AppRoles.findAbusedByName(name(client)).isPresent())
                || glance.mayHaveAppName(name -> AppRoles.findAbusedByName(name).isPresent());
    }

    private static boolean isAbused(String appId) {
        return AppRoles.findAbused(appId).isPresent();
    }

    private Finding finding(List<Evidence> group, MailboxEvidence evidence) {
        Evidence first = group.get(0);
        String name = abused(first).orElse("");
        Finding finding = AccessFinding.of(PROFILE, evidence, name, group, reason(first).andText("app", name)
                .andText("appId", appId(first).orElse(AccessFinding.UNKNOWN)).andNumber("count", group.size()));
        boolean approved = group.stream().allMatch(use -> appId(use).filter(this::isApproved).isPresent());
        return approved ? finding.times(Multiplier.APPROVED) : finding;
    }

    private static Reason reason(Evidence use) {
        return use instanceof SignIn signIn ? Reason.text("ip", signIn.ip().map(Object::toString)
                .orElse(AccessFinding.UNKNOWN)) : AccessFinding.reason(use);
    }

    /** The usual name of the abused application: by its id, and by its name only where there is no id to go by. */
    private static Optional<String> abused(Evidence use) {
        return appId(use).flatMap(AppRoles::findAbused).or(() -> name(use).flatMap(AppRoles::findAbusedByName));
    }

    private static Optional<String> appId(Evidence use) {
        if (use instanceof ConnectedApp app) {
            return Optional.of(app.appId());
        }
        return use instanceof SignIn signIn ? signIn.appId() : use.actor().appId();
    }

    private static Optional<String> name(Evidence use) {
        if (use instanceof ConnectedApp app) {
            return app.name();
        }
        return use instanceof SignIn signIn ? signIn.application()
                : use.actor().client().map(AccessOauthKnownAbused::name);
    }

    private static String name(String client) {
        return product(client.startsWith(WEB_SERVICES) ? client.substring(WEB_SERVICES.length()) : client);
    }

    /** What stands before the version or the next part. */
    private static String product(String client) {
        int end = 0;
        while (end < client.length() && client.charAt(end) != ';' && client.charAt(end) != '/') {
            end++;
        }
        return client.substring(0, end);
    }

    private boolean isApproved(String id) {
        return policy.approvedApps().stream().anyMatch(id::equalsIgnoreCase);
    }
}
