package org.mimawari.store;

import org.mimawari.evidence.AutoReply;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.ConnectedApp;
import org.mimawari.evidence.Delegation;
import org.mimawari.evidence.ForwardingSetting;
import org.mimawari.evidence.MailFlowRule;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.evidence.MailboxProfile;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.Origin;
import org.mimawari.evidence.RuleTrait;
import org.mimawari.evidence.SendAsAddress;
import org.mimawari.evidence.SettingChange;
import org.mimawari.evidence.SettingTopic;

/** The fields, in order, of evidence about how things are set and who set them. Writing and reading stand side by side. */
final class SettingShapes {

    private SettingShapes() {}

    static void write(MailboxRule mailboxRule, FieldSink out) {
        out.text("name", mailboxRule.name());
        out.flag("enabled", mailboxRule.enabled());
        out.each("conditions", mailboxRule.conditions(), PartShapes::writeRuleCondition);
        out.each("actions", mailboxRule.actions(), PartShapes::writeRuleAction);
        out.flag("readable", mailboxRule.readable());
        out.words("traits", mailboxRule.traits());
        out.word("change", mailboxRule.change());
        PartShapes.writeActor("actor", mailboxRule.actor(), out);
    }

    static MailboxRule readMailboxRule(Origin origin, FieldSource in) {
        return new MailboxRule(origin, in.text(), in.flag(), in.each(PartShapes::readRuleCondition),
                in.each(PartShapes::readRuleAction), in.flag(), in.words(RuleTrait.class), in.word(Change.class),
                PartShapes.readActor(in));
    }

    static void write(ForwardingSetting forwardingSetting, FieldSink out) {
        out.text("target", forwardingSetting.target());
        out.text("field", forwardingSetting.field());
        out.optionalFlag("keepsCopy", forwardingSetting.keepsCopy());
        out.flag("enabled", forwardingSetting.enabled());
        out.flag("confirmed", forwardingSetting.confirmed());
        out.word("change", forwardingSetting.change());
        PartShapes.writeActor("actor", forwardingSetting.actor(), out);
    }

    static ForwardingSetting readForwardingSetting(Origin origin, FieldSource in) {
        return new ForwardingSetting(origin, in.text(), in.text(), in.optionalFlag(), in.flag(), in.flag(),
                in.word(Change.class), PartShapes.readActor(in));
    }

    static void write(SettingChange settingChange, FieldSink out) {
        out.word("topic", settingChange.topic());
        out.text("operation", settingChange.operation());
        out.optional("target", settingChange.target());
        out.each("parameters", settingChange.parameters(), PartShapes::writeParameter);
        out.flag("succeeded", settingChange.succeeded());
        PartShapes.writeActor("actor", settingChange.actor(), out);
    }

    static SettingChange readSettingChange(Origin origin, FieldSource in) {
        return new SettingChange(origin, in.word(SettingTopic.class), in.text(), in.optional(),
                in.each(PartShapes::readParameter), in.flag(), PartShapes.readActor(in));
    }

    static void write(MailFlowRule mailFlowRule, FieldSink out) {
        out.word("type", mailFlowRule.type());
        out.text("name", mailFlowRule.name());
        out.flag("enabled", mailFlowRule.enabled());
        out.texts("targets", mailFlowRule.targets());
        out.each("parameters", mailFlowRule.parameters(), PartShapes::writeParameter);
        out.word("change", mailFlowRule.change());
        PartShapes.writeActor("actor", mailFlowRule.actor(), out);
    }

    static MailFlowRule readMailFlowRule(Origin origin, FieldSource in) {
        return new MailFlowRule(origin, in.word(MailFlowRule.Type.class), in.text(), in.flag(), in.texts(),
                in.each(PartShapes::readParameter), in.word(Change.class), PartShapes.readActor(in));
    }

    static void write(Delegation delegation, FieldSink out) {
        out.text("grantee", delegation.grantee());
        out.texts("rights", delegation.rights());
        out.optional("folder", delegation.folder());
        out.word("change", delegation.change());
        PartShapes.writeActor("actor", delegation.actor(), out);
    }

    static Delegation readDelegation(Origin origin, FieldSource in) {
        return new Delegation(origin, in.text(), in.texts(), in.optional(), in.word(Change.class),
                PartShapes.readActor(in));
    }

    static void write(ConnectedApp connectedApp, FieldSink out) {
        out.text("appId", connectedApp.appId());
        out.optional("name", connectedApp.name());
        out.texts("scopes", connectedApp.scopes());
        out.flag("tenantWide", connectedApp.tenantWide());
        out.optionalFlag("verified", connectedApp.verified());
        out.word("change", connectedApp.change());
        PartShapes.writeActor("actor", connectedApp.actor(), out);
    }

    static ConnectedApp readConnectedApp(Origin origin, FieldSource in) {
        return new ConnectedApp(origin, in.text(), in.optional(), in.texts(), in.flag(), in.optionalFlag(),
                in.word(Change.class), PartShapes.readActor(in));
    }

    static void write(SendAsAddress sendAsAddress, FieldSink out) {
        out.text("address", sendAsAddress.address());
        out.optional("displayName", sendAsAddress.displayName());
        out.optional("replyTo", sendAsAddress.replyTo());
        out.optional("relay", sendAsAddress.relay());
        out.flag("confirmed", sendAsAddress.confirmed());
        out.word("change", sendAsAddress.change());
        PartShapes.writeActor("actor", sendAsAddress.actor(), out);
    }

    static SendAsAddress readSendAsAddress(Origin origin, FieldSource in) {
        return new SendAsAddress(origin, in.text(), in.optional(), in.optional(), in.optional(), in.flag(),
                in.word(Change.class), PartShapes.readActor(in));
    }

    static void write(AutoReply autoReply, FieldSink out) {
        out.flag("enabled", autoReply.enabled());
        out.optional("subject", autoReply.subject());
        out.optional("text", autoReply.text());
        out.flag("toStrangers", autoReply.toStrangers());
        out.time("end", autoReply.end());
        out.word("change", autoReply.change());
        PartShapes.writeActor("actor", autoReply.actor(), out);
    }

    static AutoReply readAutoReply(Origin origin, FieldSource in) {
        return new AutoReply(origin, in.flag(), in.optional(), in.optional(), in.flag(), in.time(),
                in.word(Change.class), PartShapes.readActor(in));
    }

    static void write(MailboxProfile mailboxProfile, FieldSink out) {
        out.word("mailboxKind", mailboxProfile.mailboxKind());
        out.optional("displayName", mailboxProfile.displayName());
        out.texts("aliases", mailboxProfile.aliases().stream().map(MailboxAddress::text).toList());
        out.each("switches", mailboxProfile.switches(), PartShapes::writeParameter);
    }

    static MailboxProfile readMailboxProfile(Origin origin, FieldSource in) {
        return new MailboxProfile(origin, in.word(MailboxKind.class), in.optional(),
                in.texts().stream().map(MailboxAddress::new).toList(), in.each(PartShapes::readParameter));
    }
}
