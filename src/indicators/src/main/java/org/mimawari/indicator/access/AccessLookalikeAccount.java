package org.mimawari.indicator.access;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.SettingChange;
import org.mimawari.evidence.SettingTopic;
import org.mimawari.evidence.TimeRange;
import org.mimawari.indicator.Citation;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.MailboxDigest;
import org.mimawari.indicator.TenantIndicator;

/** A new account was given a name that an eye takes for an existing one (ATT&amp;CK T1136.003, T1036). */
public final class AccessLookalikeAccount implements TenantIndicator {

    private static final IndicatorProfile PROFILE = AccessFinding.profile("access-lookalike-account",
            EvidenceKind.SETTING_CHANGE, Level.MEDIUM, 40, 0.65, "T1136.003", "T1036");
    private static final int MOST = 100;

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(List<MailboxDigest> mailboxes) {
        List<SettingChange> created = mailboxes.stream().flatMap(digest -> digest.changes().stream())
                .filter(change -> change.topic() == SettingTopic.USER_CREATED && change.succeeded()).toList();
        if (created.isEmpty()) {
            return List.of();
        }
        Set<String> newcomers = new HashSet<>();
        created.forEach(change -> address(change).ifPresent(address -> newcomers.add(address.text())));
        LookalikeNames names = existing(mailboxes, newcomers);
        List<Finding> findings = new ArrayList<>();
        for (SettingChange change : created) {
            imitated(change, names).filter(any -> findings.size() < MOST)
                    .ifPresent(other -> findings.add(finding(change, other)));
        }
        return findings;
    }

    private static LookalikeNames existing(List<MailboxDigest> mailboxes, Set<String> newcomers) {
        LookalikeNames names = new LookalikeNames();
        for (MailboxDigest digest : mailboxes) {
            boolean old = digest.exists() && digest.mailbox().filter(m -> !newcomers.contains(m.text())).isPresent();
            if (old) {
                digest.mailbox().map(MailboxAddress::localPart).ifPresent(names::add);
                digest.displayName().map(AccessLookalikeAccount::lower).ifPresent(names::add);
            }
        }
        return names;
    }

    private static Optional<String> imitated(SettingChange change, LookalikeNames names) {
        Optional<String> byAddress = address(change).map(MailboxAddress::localPart).flatMap(names::findImitated);
        return byAddress.or(() -> change.parameter("DisplayName").map(AccessLookalikeAccount::lower)
                .flatMap(names::findImitated));
    }

    private static Finding finding(SettingChange change, String imitated) {
        String account = address(change).map(MailboxAddress::text).orElse(AccessFinding.target(change));
        List<SettingChange> pieces = List.of(change);
        return Finding.of(PROFILE, change.actor().user().flatMap(MailboxAddress::findFull).or(change::mailbox),
                TimeRange.of(pieces), account, AccessFinding.reason(change).andText("account", account)
                        .andText("imitated", AccessFinding.cut(imitated)), Citation.of(pieces));
    }

    private static Optional<MailboxAddress> address(SettingChange change) {
        return change.target().flatMap(MailboxAddress::findFull)
                .or(() -> change.parameter("UserPrincipalName").flatMap(MailboxAddress::findFull));
    }

    private static String lower(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
