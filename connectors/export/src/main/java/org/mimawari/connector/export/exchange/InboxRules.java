package org.mimawari.connector.export.exchange;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.export.microsoft.InboxRuleParameters;
import org.mimawari.connector.export.tree.Tree;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.RuleTrait;

/** Rules as {@code Get-InboxRule} lists them, without those that every mailbox has. */
final class InboxRules {

    private static final List<String> LISTS = List.of("ForwardTo", "RedirectTo", "ForwardAsAttachmentTo",
            "SubjectContainsWords", "BodyContainsWords", "SubjectOrBodyContainsWords", "From",
            "FromAddressContainsWords", "SentTo", "HeaderContainsWords", "RecipientAddressContainsWords");

    private InboxRules() {}

    /** True for the rules that Exchange itself keeps among the hidden ones. */
    static boolean isBuiltIn(CmdletObject rule) {
        String name = name(rule).toLowerCase(Locale.ROOT);
        return name.equals("junk e-mail rule") || name.startsWith("microsoft.exchange.oof.")
                || name.startsWith("delegate template") || name.equals("delegatetemplate")
                || name.startsWith("schedule+ ems interface");
    }

    /**
     * A name is easily borrowed: Exchange's own send nothing away and destroy nothing, but for delegates, who are
     * judged.
     */
    static boolean isUsual(CmdletObject rule) {
        return isBuiltIn(rule) && content(rule).actions().stream().map(RuleAction::type)
                .noneMatch(type -> type.sendsAway() || type.destroys());
    }

    private static InboxRuleParameters content(CmdletObject rule) {
        RuleDescription described = new RuleDescription(rule.find("Description").orElse(""));
        return InboxRuleParameters.of(name -> rule.find(name)
                .or(() -> isMissing(rule, name) ? described.find(name) : Optional.empty()));
    }

    static List<Evidence> translate(Snapshot snapshot, boolean hidden) {
        CmdletObject rule = snapshot.object();
        if (isUsual(rule)) {
            return List.of();
        }
        RuleDescription described = new RuleDescription(rule.find("Description").orElse(""));
        InboxRuleParameters content = content(rule);
        Set<RuleTrait> traits = EnumSet.noneOf(RuleTrait.class);
        traits.addAll(content.traits());
        if (hidden) {
            traits.add(RuleTrait.HIDDEN);
        }
        boolean lost = LISTS.stream().anyMatch(name -> rule.hasLost(List.of(name)) && described.find(name).isEmpty());
        boolean readable = !lost && !content.actions().isEmpty() && !rule.isFalse("SupportedByTask");
        return List.of(new MailboxRule(snapshot.origin(), name(rule), !rule.isFalse("Enabled"), content.conditions(),
                content.actions(), readable, traits, Change.PRESENT, Actor.UNKNOWN));
    }

    /** True where the export left the property out, or kept nothing of it but the name of its type. */
    private static boolean isMissing(CmdletObject rule, String name) {
        return !rule.has(name) || rule.hasLost(List.of(name));
    }

    /** False where the columns of all actions were left out of the export, as {@code Select-Object} does. */
    static boolean showsActions(Tree rule) {
        return rule.find("Description").isPresent() || rule.hasAny("DeleteMessage", "SoftDeleteMessage",
                "MoveToFolder", "CopyToFolder", "ForwardTo", "RedirectTo", "ForwardAsAttachmentTo", "MarkAsRead");
    }

    private static String name(CmdletObject rule) {
        return rule.fields().find("Name").orElse("");
    }

    /** What tells one rule of a mailbox from another, in whichever file it stands. */
    static String identity(CmdletObject rule) {
        Optional<String> number = rule.find("RuleIdentity")
                .or(() -> rule.find("Identity").map(text -> text.substring(text.lastIndexOf('\\') + 1)));
        return number.orElseGet(() -> name(rule) + "\n" + rule.find("Description").orElse(""));
    }
}
