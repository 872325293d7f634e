package org.mimawari.indicator.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.TimeRange;
import org.mimawari.indicator.Citation;
import org.mimawari.indicator.Fact;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.MailboxDigest;
import org.mimawari.indicator.Multiplier;
import org.mimawari.indicator.TenantIndicator;

/**
 * An address behind a grave finding of one mailbox also opened this one within a week (ATT&amp;CK T1078). An address
 * that several mailboxes used before, or that this mailbox used on earlier days, is an office or a home and never
 * counts.
 */
public final class SignInSharedAttackerIp implements TenantIndicator {

    private static final IndicatorProfile PROFILE =
            SignInFinding.profile("signin-shared-attacker-ip", Level.HIGH, 55, 0.8, "T1078");
    private static final Duration WITHIN = Duration.ofDays(7);
    private static final Duration BEFORE = Duration.ofDays(1);
    private static final int MOST = 500;

    /** When an attacker's address was first seen at work, and in which mailbox. */
    private record Trace(String mailbox, Instant since) {}

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(List<MailboxDigest> mailboxes) {
        Map<String, Trace> traces = traces(mailboxes);
        if (traces.isEmpty()) {
            return List.of();
        }
        Map<String, List<Attempt>> entries = new TreeMap<>();
        Attempt.entries(mailboxes, ip -> traces.containsKey(ip.text())).forEach(entry -> entries
                .computeIfAbsent(entry.ip().text(), any -> new ArrayList<>()).add(entry));
        List<Finding> findings = new ArrayList<>();
        entries.forEach((ip, each) -> findings.addAll(others(traces.get(ip), each)));
        return findings.stream().limit(MOST).toList();
    }

    private static List<Finding> others(Trace trace, List<Attempt> entries) {
        Instant old = trace.since().minus(BEFORE);
        Set<String> before = new HashSet<>();
        Map<String, List<SignIn>> after = new TreeMap<>();
        for (Attempt entry : entries) {
            if (entry.when().isBefore(old)) {
                before.add(entry.mailbox());
            } else if (!entry.when().isAfter(trace.since().plus(WITHIN)) && entry.signIn().succeeded()) {
                after.computeIfAbsent(entry.mailbox(), any -> new ArrayList<>()).add(entry.signIn());
            }
        }
        after.keySet().removeAll(before);
        after.remove(trace.mailbox());
        return before.size() > 1 ? List.of() : after.values().stream().map(each -> finding(trace, each)).toList();
    }

    private static Finding finding(Trace trace, List<SignIn> signIns) {
        SignIn first = signIns.get(0);
        return Finding.of(PROFILE, first.mailbox(), TimeRange.of(signIns), first.ip().map(IpAddress::text).orElse(""),
                SignInReason.of(signIns).andText("other", trace.mailbox()), Citation.of(signIns));
    }

    private static Map<String, Trace> traces(List<MailboxDigest> mailboxes) {
        Map<String, Trace> traces = new HashMap<>();
        for (MailboxDigest digest : mailboxes) {
            String name = digest.mailbox().map(MailboxAddress::text).orElse("");
            digest.findings().stream().filter(SignInSharedAttackerIp::isGrave).forEach(finding -> {
                Trace trace = new Trace(name, finding.when().from().orElseThrow());
                addresses(finding).forEach(ip -> traces.merge(ip.text(), trace, SignInSharedAttackerIp::earlier));
            });
        }
        return traces;
    }

    private static Trace earlier(Trace one, Trace other) {
        return other.since().isBefore(one.since()) ? other : one;
    }

    private static boolean isGrave(Finding finding) {
        return finding.level().isAtLeast(Level.HIGH) && finding.when().isKnown()
                && finding.multipliers().stream().noneMatch(Multiplier::isHabitual);
    }

    private static List<IpAddress> addresses(Finding finding) {
        List<String> texts = new ArrayList<>();
        finding.reason().find("ip").ifPresent(fact -> add(texts, fact));
        finding.reason().find("addresses").ifPresent(fact -> add(texts, fact));
        return texts.stream().flatMap(text -> IpAddress.find(text).stream()).filter(ip -> !ip.isLocal()).distinct()
                .toList();
    }

    private static void add(List<String> texts, Fact fact) {
        if (fact instanceof Fact.Text text) {
            texts.add(text.value());
        } else if (fact instanceof Fact.Texts several) {
            texts.addAll(several.values());
        }
    }
}
