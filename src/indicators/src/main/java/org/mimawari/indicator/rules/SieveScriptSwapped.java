package org.mimawari.indicator.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.SettingChange;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.TimeRange;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Citation;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Multiplier;
import org.mimawari.indicator.Reason;
import org.mimawari.indicator.habit.SourceHabits;

/**
 * Somebody signed in to the filter service (ManageSieve, RFC 5804) from a new address and changed or uploaded a script
 * within ten minutes (ATT&amp;CK T1564.008). One finding for each neighbourhood of addresses.
 */
public final class SieveScriptSwapped implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("rules-sieve-swap", Family.RULES,
            AttackStage.HIDING, Level.MEDIUM, 45, 0.7, List.of("T1564.008"),
            Set.of(EvidenceKind.SIGN_IN, EvidenceKind.MAILBOX_RULE));
    private static final Gravity UPLOAD_NOT_SEEN = new Gravity(Level.MEDIUM, 45, 0.6);
    private static final Duration SOON = Duration.ofMinutes(10);

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        Map<String, List<SignIn>> strangers = strangers(evidence);
        if (strangers.isEmpty()) {
            return List.of();
        }
        List<Evidence> uploads = uploads(evidence);
        boolean harmful = RuleInventory.of(evidence).stream()
                .anyMatch(seen -> seen.isUndated() && (seen.hiding().hides() || seen.sendsAway()));
        List<Finding> found = new ArrayList<>();
        strangers.forEach((place, signIns) -> {
            List<Evidence> swapped = soonAfter(signIns, uploads);
            if (!swapped.isEmpty() || harmful) {
                found.add(finding(place, signIns, swapped, evidence));
            }
        });
        return found;
    }

    private static Map<String, List<SignIn>> strangers(MailboxEvidence evidence) {
        List<SignIn> filter = evidence.signIns().stream().filter(SignIn::succeeded)
                .filter(each -> each.protocol() == SignIn.Protocol.MANAGESIEVE)
                .filter(each -> each.ip().filter(ip -> !ip.isLocal()).isPresent() && each.time().isPresent()).toList();
        if (filter.isEmpty()) {
            return Map.of();
        }
        SourceHabits habits = SourceHabits.of(evidence);
        Map<String, List<SignIn>> strangers = new LinkedHashMap<>();
        for (SignIn signIn : filter) {
            IpAddress ip = signIn.ip().orElseThrow();
            if (!habits.isHabitual(signIn) && !evidence.tenant().egress().contains(ip)) {
                strangers.computeIfAbsent(ip.neighbourhood(), any -> new ArrayList<>()).add(signIn);
            }
        }
        return strangers;
    }

    private static List<Evidence> uploads(MailboxEvidence evidence) {
        List<Evidence> uploads = new ArrayList<>();
        for (MailboxRule rule : evidence.rules()) {
            if (rule.time().isPresent() && rule.change() != Change.PRESENT) {
                uploads.add(rule);
            }
        }
        for (SettingChange change : evidence.settingChanges()) {
            String operation = change.operation().toLowerCase(Locale.ROOT);
            if (change.time().isPresent() && (operation.contains("sieve") || operation.contains("putscript")
                    || operation.contains("setactive"))) {
                uploads.add(change);
            }
        }
        return uploads;
    }

    private static List<Evidence> soonAfter(List<SignIn> signIns, List<Evidence> uploads) {
        return uploads.stream().filter(upload -> signIns.stream().anyMatch(signIn -> {
            Instant in = signIn.time().orElseThrow();
            Instant changed = upload.time().orElseThrow();
            return !changed.isBefore(in) && !changed.isAfter(in.plus(SOON));
        })).toList();
    }

    // Four pieces make the finding; they belong to one call only.
    private static Finding finding(String place, List<SignIn> signIns, List<Evidence> swapped,
            MailboxEvidence evidence) {
        List<Evidence> cited = new ArrayList<>(signIns);
        cited.addAll(swapped);
        Reason reason = Reason.text("ip", signIns.get(0).ip().map(IpAddress::text).orElse(place))
                .andNumber("changes", swapped.size()).andNumber("signIns", signIns.size());
        Finding finding = Finding.of(PROFILE, evidence, TimeRange.of(cited), place, reason, Citation.of(cited));
        return swapped.isEmpty() ? finding.judged(UPLOAD_NOT_SEEN.level(), UPLOAD_NOT_SEEN.weight(),
                UPLOAD_NOT_SEEN.confidence()).times(Multiplier.UNDATED_STATE) : finding;
    }
}
