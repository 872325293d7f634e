package org.mimawari.indicator.access;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailAccess;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.TimeRange;
import org.mimawari.indicator.Citation;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.MailboxDigest;
import org.mimawari.indicator.Policy;
import org.mimawari.indicator.TenantIndicator;

/**
 * One application or one foreign account read more than five mailboxes within ten minutes (ATT&amp;CK T1114.002,
 * T1119). What did the same on three earlier days is a backup or an archive.
 */
public final class AccessMultiMailboxApi implements TenantIndicator {

    private static final IndicatorProfile PROFILE = AccessFinding.profile("access-multi-mailbox-api",
            EvidenceKind.MAIL_ACCESS, Level.HIGH, 55, 0.7, "T1114.002", "T1119");
    private static final int MAILBOXES = 5;
    private static final int USUAL_DAYS = 3;
    private static final int MOST = 50;
    private static final Duration WITHIN = Duration.ofMinutes(10);
    private static final long SECONDS_PER_DAY = 86_400;

    private final Policy policy;

    public AccessMultiMailboxApi(Policy policy) {
        this.policy = policy;
    }

    /** Reading of one mailbox. */
    private record Reading(String mailbox, Instant when, MailAccess access) {}

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(List<MailboxDigest> mailboxes) {
        Map<String, List<Reading>> byReader = new TreeMap<>();
        for (MailboxDigest digest : mailboxes) {
            String name = digest.mailbox().map(MailboxAddress::text).orElse("");
            digest.readings().forEach(access -> reader(access).ifPresent(reader -> byReader
                    .computeIfAbsent(reader, any -> new ArrayList<>())
                    .add(new Reading(name, access.time().orElseThrow(), access))));
        }
        List<Finding> findings = new ArrayList<>();
        byReader.forEach((reader, readings) -> finding(reader, readings).filter(any -> findings.size() < MOST)
                .ifPresent(findings::add));
        return findings;
    }

    private Optional<Finding> finding(String reader, List<Reading> unsorted) {
        List<Reading> readings = new ArrayList<>(unsorted);
        readings.sort(Comparator.comparing(Reading::when).thenComparing(reading -> reading.access().ref()));
        Deque<Reading> window = new ArrayDeque<>();
        Map<String, Integer> open = new HashMap<>();
        List<Reading> burst = new ArrayList<>();
        Set<Long> days = new HashSet<>();
        for (Reading reading : readings) {
            while (!window.isEmpty() && window.peekFirst().when().isBefore(reading.when().minus(WITHIN))) {
                open.merge(window.removeFirst().mailbox(), -1, (a, b) -> a + b == 0 ? null : a + b);
            }
            window.addLast(reading);
            open.merge(reading.mailbox(), 1, Integer::sum);
            if (open.size() > MAILBOXES) {
                days.add(reading.when().getEpochSecond() / SECONDS_PER_DAY);
                if (burst.isEmpty()) {
                    burst.addAll(window);
                } else {
                    burst.add(reading);
                }
            }
        }
        boolean usual = days.size() > USUAL_DAYS;
        return burst.isEmpty() || usual ? Optional.empty() : Optional.of(finding(reader, burst, burst.get(0)));
    }

    private static Finding finding(String reader, List<Reading> burst, Reading first) {
        List<MailAccess> pieces = burst.stream().map(Reading::access).toList();
        List<String> names = burst.stream().map(Reading::mailbox).distinct().sorted().toList();
        Actor actor = first.access().actor();
        return Finding.of(PROFILE, actor.user().flatMap(MailboxAddress::findFull), TimeRange.of(pieces), reader,
                AccessFinding.reason(first.access()).andText("reader", reader).andNumber("mailboxes", names.size())
                        .andTexts("accounts", names), Citation.of(pieces));
    }

    private Optional<String> reader(MailAccess access) {
        Optional<String> app = access.actor().appId().filter(id -> !id.isBlank());
        if (app.filter(id -> policy.approvedApps().stream().anyMatch(id::equalsIgnoreCase)).isPresent()) {
            return Optional.empty();
        }
        boolean byApp = access.type() == MailAccess.Type.API;
        return byApp ? app.or(() -> access.actor().ip().map(Object::toString)) : access.actor().user();
    }
}
