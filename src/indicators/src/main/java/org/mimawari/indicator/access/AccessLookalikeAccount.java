package org.mimawari.indicator.access;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.mimawari.indicator.words.Folding;

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
        Set<String> displayed = displayed(mailboxes, newcomers);
        List<Finding> findings = new ArrayList<>();
        for (SettingChange change : created) {
            imitated(change, names, displayed).filter(any -> findings.size() < MOST)
                    .ifPresent(other -> findings.add(finding(change, other)));
        }
        return findings;
    }

    private static LookalikeNames existing(List<MailboxDigest> mailboxes, Set<String> newcomers) {
        LookalikeNames names = new LookalikeNames();
        old(mailboxes, newcomers).forEach(digest -> digest.mailbox().map(MailboxAddress::localPart)
                .ifPresent(names::add));
        return names;
    }

    private static Set<String> displayed(List<MailboxDigest> mailboxes, Set<String> newcomers) {
        return old(mailboxes, newcomers).flatMap(digest -> digest.displayName().stream()).map(Folding::fold)
                .filter(name -> !name.isEmpty()).collect(Collectors.toSet());
    }

    private static Stream<MailboxDigest> old(List<MailboxDigest> mailboxes, Set<String> newcomers) {
        return mailboxes.stream().filter(digest -> digest.exists() && digest.mailbox()
                .filter(mailbox -> !newcomers.contains(mailbox.text())).isPresent());
    }

    /** An equal name shown to people is as good as an alike one. */
    private static Optional<String> imitated(SettingChange change, LookalikeNames names, Set<String> displayed) {
        Optional<String> byAddress = address(change).map(MailboxAddress::localPart).flatMap(names::findImitated);
        return byAddress.or(() -> change.parameter("DisplayName").map(Folding::fold).filter(displayed::contains));
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
}
