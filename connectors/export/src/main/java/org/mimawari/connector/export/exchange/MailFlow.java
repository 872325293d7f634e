package org.mimawari.connector.export.exchange;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.export.microsoft.CmdletValue;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.MailFlowRule;
import org.mimawari.evidence.MailFlowRule.Type;

/** Transport and journal rules, connectors, remote domains and outbound spam policies as their cmdlets list them. */
final class MailFlow {

    private static final List<String> TARGETS = List.of("BlindCopyTo", "CopyTo", "RedirectMessageTo", "AddToRecipients",
            "ModerateMessageByUser", "JournalEmailAddress", "SmartHosts", "DomainName");

    private MailFlow() {}

    static List<Evidence> translate(Snapshot snapshot) {
        CmdletObject object = snapshot.object();
        Set<String> targets = new LinkedHashSet<>();
        RuleDescription described = new RuleDescription(object.find("Description").orElse(""));
        TARGETS.forEach(name -> targets.addAll(object.has(name) ? object.recipients(name)
                : described.find(name).map(CmdletValue::recipients).orElse(List.of())));
        described.find("RedirectTo").filter(any -> !object.has("RedirectMessageTo")).map(CmdletValue::recipients)
                .ifPresent(targets::addAll);
        String name = object.find("Name", "Identity", "DomainName").orElse("");
        return List.of(new MailFlowRule(snapshot.origin(Optional.empty(), object.time("WhenChangedUTC", "WhenChanged")),
                type(snapshot.type()), name, isEnabled(object), List.copyOf(targets), object.parameters(),
                Change.PRESENT, Actor.UNKNOWN));
    }

    private static boolean isEnabled(CmdletObject object) {
        boolean off = object.isFalse("Enabled")
                || object.find("State").filter(state -> state.equalsIgnoreCase("Disabled")).isPresent()
                || object.find("Mode").filter(mode -> mode.startsWith("Audit")).isPresent();
        return !off;
    }

    private static Type type(SettingType type) {
        return switch (type) {
            case INBOUND_CONNECTOR -> Type.INBOUND_CONNECTOR;
            case OUTBOUND_CONNECTOR -> Type.OUTBOUND_CONNECTOR;
            case JOURNAL_RULE -> Type.JOURNAL_RULE;
            case REMOTE_DOMAIN -> Type.REMOTE_DOMAIN;
            case OUTBOUND_POLICY -> Type.OUTBOUND_POLICY;
            default -> Type.TRANSPORT_RULE;
        };
    }
}
