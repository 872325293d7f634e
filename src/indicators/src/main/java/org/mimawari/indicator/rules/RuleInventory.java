package org.mimawari.indicator.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.RuleCondition;
import org.mimawari.evidence.RuleTrait;

/**
 * The rules a mailbox has or had, each once. A log entry that shows only what was changed is completed from what was
 * known of the rule of that name before; a rule that was removed later is still in it. Linear in the records.
 */
public final class RuleInventory {

    private final Map<String, Entry> byIdentity = new LinkedHashMap<>();
    private final Map<String, Entry> byName = new HashMap<>();

    /** What is known of one rule while records are read. */
    private static final class Entry {
        private MailboxRule rule;
        private boolean conditionsKnown;
        private boolean everActive;
        private final List<MailboxRule> sightings = new ArrayList<>();

        private Entry(MailboxRule rule) {
            this.rule = rule;
        }

        private SeenRule seen() {
            return new SeenRule(rule, sightings, conditionsKnown, everActive);
        }
    }

    /** The rules of one mailbox, worked out once. */
    private record Inventory(List<SeenRule> rules) {}

    private RuleInventory() {}

    public static List<SeenRule> of(MailboxEvidence evidence) {
        return evidence.derived(Inventory.class, any -> new Inventory(of(evidence.rules()))).rules();
    }

    /** Reads records in order of time, those without one first. */
    public static List<SeenRule> of(Collection<MailboxRule> records) {
        RuleInventory inventory = new RuleInventory();
        records.forEach(inventory::see);
        return inventory.byIdentity.values().stream().map(Entry::seen).toList();
    }

    private void see(MailboxRule record) {
        Optional<Entry> known = Optional.ofNullable(byName.get(RuleIdentity.name(record)))
                .filter(any -> !record.name().isEmpty());
        boolean says = !record.conditions().isEmpty() || !record.actions().isEmpty();
        if (record.change().ends() && known.isPresent()) {
            known.get().sightings.add(record);
        } else if (record.change() == Change.CHANGED || record.change() == Change.ENABLED) {
            file(completed(record, known), record, known.map(entry -> entry.conditionsKnown).orElse(false));
        } else if (!record.change().ends() || says) {
            boolean complete = record.change() == Change.PRESENT || record.change() == Change.ADDED;
            file(record, record, complete);
        }
    }

    private void file(MailboxRule rule, MailboxRule record, boolean complete) {
        Entry entry = byIdentity.computeIfAbsent(RuleIdentity.of(rule), any -> new Entry(rule));
        boolean firstDated = entry.rule.time().isEmpty() && rule.time().isPresent();
        if (firstDated) {
            entry.rule = rule;
        }
        entry.conditionsKnown |= complete || !rule.conditions().isEmpty();
        entry.everActive |= rule.enabled() && !rule.traits().contains(RuleTrait.INACTIVE_SCRIPT);
        entry.sightings.add(record);
        byName.put(RuleIdentity.name(rule), entry);
    }

    private static MailboxRule completed(MailboxRule record, Optional<Entry> known) {
        if (known.isEmpty()) {
            return record;
        }
        MailboxRule before = known.get().rule;
        List<RuleCondition> conditions = record.conditions().isEmpty() ? before.conditions() : record.conditions();
        List<RuleAction> actions = record.actions().isEmpty() ? before.actions() : record.actions();
        Set<RuleTrait> traits = new HashSet<>(before.traits());
        traits.addAll(record.traits());
        return new MailboxRule(record.origin(), record.name(), record.enabled(), conditions, actions,
                record.readable() && before.readable(), traits, record.change(), record.actor());
    }
}
