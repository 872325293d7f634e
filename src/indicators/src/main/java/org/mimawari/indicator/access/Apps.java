package org.mimawari.indicator.access;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.ConnectedApp;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Multiplier;
import org.mimawari.indicator.Policy;
import org.mimawari.indicator.Reason;
import org.mimawari.indicator.habit.Episodes;

/** What the indicators about connected applications share. */
final class Apps {

    private Apps() {}

    /**
     * The grants of these applications, without those that were taken back, one group for each application and
     * episode.
     */
    static List<List<ConnectedApp>> granted(MailboxEvidence evidence, Predicate<ConnectedApp> which) {
        List<ConnectedApp> granted = evidence.connectedApps().stream().filter(app -> !app.change().ends())
                .filter(which).toList();
        return Episodes.groups(granted, ConnectedApp::appId);
    }

    static String name(ConnectedApp app) {
        return AccessFinding.cut(app.name().filter(name -> !name.isBlank()).orElse(app.appId()));
    }

    /** The facts {@code app}, {@code appId}, {@code scopes} and who granted it. */
    static Reason reason(ConnectedApp app) {
        return AccessFinding.reason(app).andText("app", name(app)).andText("appId", app.appId())
                .andTexts("scopes", app.scopes()).andNumber("count", app.scopes().size());
    }

    /** Counts nothing where the operator approved the application, and less where it was there at the first look. */
    static Finding weighed(Finding finding, ConnectedApp app, Policy policy) {
        Finding approved = isApproved(app, policy) ? finding.times(Multiplier.APPROVED) : finding;
        return app.change() == Change.PRESENT ? approved.times(Multiplier.UNDATED_STATE) : approved;
    }

    static boolean isApproved(ConnectedApp app, Policy policy) {
        return policy.approvedApps().stream().anyMatch(id -> id.equalsIgnoreCase(app.appId()));
    }

    static String lower(ConnectedApp app) {
        return app.appId().toLowerCase(Locale.ROOT);
    }
}
