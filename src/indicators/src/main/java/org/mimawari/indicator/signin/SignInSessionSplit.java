package org.mimawari.indicator.signin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.TimeRange;
import org.mimawari.indicator.Citation;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Multiplier;
import org.mimawari.indicator.Reason;

/**
 * One session, two networks and two different clients within twelve hours: the session was stolen (ATT&amp;CK T1539,
 * T1550.004). A telephone that changes from Wi-Fi to the mobile network keeps its client and is no sign; the same
 * client on two sides of the world within that time is a lesser one.
 */
public final class SignInSessionSplit implements Indicator {

    private static final IndicatorProfile PROFILE =
            SignInFinding.profile("signin-session-split", Level.HIGH, 60, 0.7, "T1550.004", "T1539", "T1557");
    private static final Duration WITHIN = Duration.ofHours(12);
    private static final int MOST = 20;

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        Map<String, List<Sighting>> spots = new LinkedHashMap<>();
        Map<String, List<Sighting>> splits = new LinkedHashMap<>();
        for (Sighting now : Sighting.repeated(evidence)) {
            List<Sighting> before = spots.computeIfAbsent(now.session(), any -> new ArrayList<>());
            Optional<Sighting> other = before.stream().filter(then -> isSplit(then, now)).findFirst();
            if (other.isPresent() && (splits.containsKey(now.session()) || splits.size() < MOST)) {
                splits.computeIfAbsent(now.session(), any -> new ArrayList<>(List.of(other.get()))).add(now);
            } else if (before.size() < MOST) {
                before.add(now);
            }
        }
        return splits.values().stream().map(split -> finding(split, evidence)).toList();
    }

    private static boolean isSplit(Sighting then, Sighting now) {
        if (now.when().isAfter(then.when().plus(WITHIN)) || !then.isElsewhere(now) || then.hasSameDevice(now)) {
            return false;
        }
        return then.isOtherClient(now) || then.isTooFarFrom(now);
    }

    private static Finding finding(List<Sighting> split, MailboxEvidence evidence) {
        Sighting first = split.get(0);
        Sighting second = split.get(1);
        List<Evidence> pieces = split.stream().map(Sighting::evidence).toList();
        Reason reason = Reason.text("session", first.session()).andText("ip", second.ip().text())
                .andText("ipBefore", first.ip().text()).andText("client", second.client().orElse("–"))
                .andText("clientBefore", first.client().orElse("–"))
                .andText("country", second.place().country().orElse("–"))
                .andTexts("addresses", split.stream().skip(1).map(s -> s.ip().text()).distinct().limit(MOST).toList())
                .andSpan("span", Duration.between(first.when(), second.when()));
        Finding finding = Finding.of(PROFILE, evidence, TimeRange.of(pieces), first.session(), reason,
                Citation.of(pieces));
        // Kits copy the victim's client; a VPN switched on looks the same, so this half is only a hint.
        return split.stream().skip(1).anyMatch(first::isOtherClient) ? finding
                : finding.judged(Level.MEDIUM, 45, 0.6).times(Multiplier.modifier("same-client", 0.7));
    }
}
