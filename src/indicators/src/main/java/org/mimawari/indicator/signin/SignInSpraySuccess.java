package org.mimawari.indicator.signin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.TimeRange;
import org.mimawari.indicator.Citation;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.MailboxDigest;
import org.mimawari.indicator.TenantIndicator;

/** A source that tried many accounts had the right password for this one within a day (ATT&amp;CK T1110.003). */
public final class SignInSpraySuccess implements TenantIndicator {

    private static final IndicatorProfile PROFILE =
            SignInFinding.profile("signin-spray-success", Level.HIGH, 70, 0.85, "T1110.003", "T1078.004");
    private static final int ACCOUNTS = 5;
    private static final int MOST = 500;
    private static final Duration WITHIN = Duration.ofHours(24);

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(List<MailboxDigest> mailboxes) {
        List<Spray> sprays = Spray.all(mailboxes, ACCOUNTS);
        if (sprays.isEmpty()) {
            return List.of();
        }
        Set<String> sources = new HashSet<>();
        sprays.forEach(spray -> sources.addAll(neighbourhoods(spray)));
        Map<String, List<Attempt>> entries = Spray.byNeighbourhood(Attempt.entries(mailboxes,
                ip -> sources.contains(ip.neighbourhood())));
        List<Finding> findings = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (Spray spray : sprays) {
            for (String near : neighbourhoods(spray)) {
                entries.getOrDefault(near, List.of()).stream().filter(entry -> isDuring(spray, entry))
                        .filter(entry -> findings.size() < MOST && told.add(entry.mailbox()))
                        .forEach(entry -> findings.add(finding(spray, entry)));
            }
        }
        return findings;
    }

    private static List<String> neighbourhoods(Spray spray) {
        return spray.failures().stream().flatMap(failure -> failure.ip().stream()).map(IpAddress::neighbourhood)
                .distinct().sorted().toList();
    }

    private static boolean isDuring(Spray spray, Attempt entry) {
        return !entry.when().isBefore(spray.from()) && !entry.when().isAfter(spray.to().plus(WITHIN));
    }

    private static Finding finding(Spray spray, Attempt entry) {
        List<SignIn> pieces = List.of(entry.signIn());
        return Finding.of(PROFILE, entry.digest().mailbox(), TimeRange.of(pieces), spray.key(), SignInReason.of(pieces)
                .andNumber("mailboxes", spray.mailboxes().size()).andTime("since", spray.from())
                .andText("outcome", entry.signIn().succeeded() ? "signed in" : "stopped after the right password"),
                Citation.of(pieces));
    }
}
