package org.mimawari.indicator.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.Parameter;
import org.mimawari.evidence.SentMessage;
import org.mimawari.evidence.SettingChange;
import org.mimawari.evidence.SettingTopic;
import org.mimawari.evidence.TimeRange;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Citation;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Policy;
import org.mimawari.indicator.Reason;

/**
 * The junk filter was told to block colleagues, those who warn, or partners the owner writes to (ATT&amp;CK T1564.008).
 */
public final class JunkSettingsBlockInsiders implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("rules-junk-config", Family.RULES,
            AttackStage.HIDING, Level.MEDIUM, 40, 0.65, List.of("T1564.008"), Set.of(EvidenceKind.SETTING_CHANGE));
    private static final int ENOUGH_LETTERS = 2;
    private static final int MOST_BLOCKED = 200;
    private static final int LONGEST = 20_000;

    private final Policy policy;
    private final SecuritySenders security;

    public JunkSettingsBlockInsiders(Policy policy) {
        this.policy = policy;
        this.security = new SecuritySenders(policy);
    }

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        List<SettingChange> changes = evidence.settingChanges().stream()
                .filter(change -> change.topic() == SettingTopic.JUNK_SETTINGS && change.succeeded()).toList();
        Map<String, Integer> writtenTo = changes.isEmpty() ? Map.of() : writtenTo(evidence);
        List<Finding> found = new ArrayList<>();
        for (SettingChange change : changes) {
            List<String> wanted = blocked(change).filter(sender -> isWanted(sender, writtenTo)).distinct().sorted()
                    .toList();
            if (!wanted.isEmpty()) {
                found.add(finding(change, wanted, evidence));
            }
        }
        return found;
    }

    private static Finding finding(SettingChange change, List<String> wanted, MailboxEvidence evidence) {
        Reason reason = Reason.NONE.andTexts("senders", wanted.stream().map(RuleWording::capped).toList());
        return RuleFindings.settled(Finding.of(PROFILE, evidence, TimeRange.of(List.of(change)),
                String.join(",", wanted.stream().limit(20).toList()), reason, Citation.of(change))
                .times(new RuleCircumstances(evidence).of(change, change.time().isEmpty())));
    }

    /** The values of parameters that block; where the operation itself says so, all of them. */
    private static Stream<String> blocked(SettingChange change) {
        boolean blocks = isBlock(change.operation());
        Stream<String> values = change.parameters().stream().filter(each -> blocks || isBlock(each.name()))
                .map(Parameter::value);
        return Stream.concat(values, blocks ? change.target().stream() : Stream.empty())
                .flatMap(value -> Arrays.stream(value.substring(0, Math.min(LONGEST, value.length()))
                        .split("[\\s;,{}\\[\\]\"()]+"))).map(value -> value.toLowerCase(Locale.ROOT))
                .filter(value -> value.indexOf('.') > 0).limit(MOST_BLOCKED);
    }

    private static boolean isBlock(String name) {
        return name.toLowerCase(Locale.ROOT).contains("block");
    }

    private boolean isWanted(String sender, Map<String, Integer> writtenTo) {
        String domain = sender.substring(sender.lastIndexOf('@') + 1);
        return policy.ownDomains().contains(domain) || security.contains(sender)
                || writtenTo.getOrDefault(sender, 0) >= ENOUGH_LETTERS;
    }

    /** Addresses and domains the mailbox wrote to, with how often. */
    private static Map<String, Integer> writtenTo(MailboxEvidence evidence) {
        Map<String, Integer> counts = new HashMap<>();
        for (SentMessage sent : evidence.sentMessages()) {
            for (String to : sent.to()) {
                counts.merge(to, 1, Integer::sum);
                Optional<String> domain = MailboxAddress.findFull(to).map(MailboxAddress::domain);
                domain.ifPresent(each -> counts.merge(each, 1, Integer::sum));
            }
        }
        return counts;
    }
}
