package org.mimawari.indicator.forwarding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.Parameter;
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
import org.mimawari.indicator.Reason;
import org.mimawari.indicator.rules.RuleCircumstances;
import org.mimawari.indicator.rules.RuleFindings;

/**
 * IMAP, POP or SMTP sign-in was switched on for the mailbox: the way for programs that know a password only
 * (ATT&amp;CK T1114.002). One finding for each user and address that did it.
 */
public final class OldProtocolOpened implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("popimap-enabled", Family.FORWARDING,
            AttackStage.PERSISTENCE, Level.MEDIUM, 35, 0.6, List.of("T1114.002"), Set.of(EvidenceKind.SETTING_CHANGE));
    private static final List<String> PROTOCOLS = List.of("imap", "pop", "smtp", "activesync", "ews");

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        Map<String, List<SettingChange>> byActor = new TreeMap<>();
        for (SettingChange change : evidence.settingChanges()) {
            if (change.topic() == SettingTopic.PROTOCOL_ENABLED && change.succeeded()) {
                byActor.computeIfAbsent(actor(change), any -> new ArrayList<>()).add(change);
            }
        }
        List<Finding> found = new ArrayList<>();
        byActor.forEach((actor, changes) -> found.add(finding(actor, changes, evidence)));
        return found;
    }

    private static String actor(SettingChange change) {
        return change.actor().user().orElse("?") + "|" + change.actor().ip().map(IpAddress::neighbourhood).orElse("?");
    }

    private static Finding finding(String actor, List<SettingChange> changes, MailboxEvidence evidence) {
        SettingChange first = changes.get(0);
        Reason reason = Reason.NONE.andTexts("protocols", protocols(changes))
                .andText("actor", first.actor().user().orElse("?"));
        return RuleFindings.settled(Finding.of(PROFILE, evidence, TimeRange.of(changes), actor, reason,
                Citation.of(changes)).times(new RuleCircumstances(evidence).of(first, Outflow.isUndated(changes))));
    }

    private static List<String> protocols(List<SettingChange> changes) {
        Set<String> named = new TreeSet<>();
        for (SettingChange change : changes) {
            named(change.operation(), named);
            change.parameters().stream().map(Parameter::name).forEach(name -> named(name, named));
        }
        return named.isEmpty() ? List.of(first(changes)) : List.copyOf(named);
    }

    private static String first(List<SettingChange> changes) {
        return changes.get(0).operation();
    }

    private static void named(String text, Set<String> named) {
        String lower = text.toLowerCase(Locale.ROOT);
        PROTOCOLS.stream().filter(lower::contains).map(name -> name.toUpperCase(Locale.ROOT)).forEach(named::add);
    }
}
