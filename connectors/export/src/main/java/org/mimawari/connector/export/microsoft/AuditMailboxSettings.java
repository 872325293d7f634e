package org.mimawari.connector.export.microsoft;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mimawari.connector.export.Timestamps;
import org.mimawari.evidence.AutoReply;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.Delegation;
import org.mimawari.evidence.ForwardingSetting;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.Parameter;
import org.mimawari.evidence.SettingTopic;

/** {@code Set-Mailbox}, {@code Set-CASMailbox} and {@code Set-MailboxAutoReplyConfiguration}. */
final class AuditMailboxSettings {

    private static final List<String> FORWARDING = List.of("ForwardingSmtpAddress", "ForwardingAddress");
    private static final List<String> AUDITED = List.of("AuditOwner", "AuditDelegate", "AuditAdmin");

    private AuditMailboxSettings() {}

    /** Where nobody can tell which mailbox is meant, a further change of a setting keeps what the record calls it. */
    static void mailbox(AuditRecord record, AuditScene scene) {
        Optional<MailboxAddress> mailbox = scene.target(record, "Identity");
        if (record.failed()) {
            AuditSettings.failed(record, scene);
            return;
        }
        boolean known = forwarding(record, scene, mailbox);
        known |= sendOnBehalf(record, scene, mailbox);
        known &= mailbox.isPresent() || scene.isSystem(record);
        known |= auditing(record, scene, mailbox);
        boolean leavesNoCopy = record.parameter("DeliverToMailboxAndForward").isPresent();
        if (!known && (leavesNoCopy || !scene.isSystem(record))) {
            AuditSettings.add(record, scene, SettingTopic.OTHER, mailbox);
        }
    }

    private static boolean forwarding(AuditRecord record, AuditScene scene, Optional<MailboxAddress> mailbox) {
        boolean any = false;
        Optional<Boolean> keepsCopy = record.parameter("DeliverToMailboxAndForward").filter(text -> !text.isEmpty())
                .map(CmdletValue::isTrue);
        for (String field : FORWARDING) {
            Optional<String> value = record.parameter(field);
            if (value.isPresent()) {
                boolean set = CmdletValue.isSet(value.get());
                scene.accept(new ForwardingSetting(scene.origin(record, mailbox),
                        set ? CmdletValue.recipient(value.get().strip()) : "", field, keepsCopy, set, true,
                        set ? Change.ADDED : Change.REMOVED, scene.actor(record, mailbox)));
                any = true;
            }
        }
        return any;
    }

    private static boolean sendOnBehalf(AuditRecord record, AuditScene scene, Optional<MailboxAddress> mailbox) {
        Optional<String> value = record.parameter("GrantSendOnBehalfTo");
        value.ifPresent(raw -> {
            boolean set = CmdletValue.isSet(raw);
            List<String> grantees = set ? CmdletValue.recipients(raw) : List.of("");
            grantees.forEach(grantee -> scene.accept(new Delegation(scene.origin(record, mailbox), grantee,
                    List.of("SendOnBehalf"), Optional.empty(), set ? Change.ADDED : Change.REMOVED,
                    scene.actor(record, mailbox))));
        });
        return value.isPresent();
    }

    private static boolean auditing(AuditRecord record, AuditScene scene, Optional<MailboxAddress> mailbox) {
        boolean off = record.parameter("AuditEnabled").filter(CmdletValue::isFalse).isPresent()
                || AUDITED.stream().anyMatch(name -> record.parameter(name).filter(AuditMailboxSettings::isNone)
                        .isPresent());
        boolean bypassed = record.parameter("AuditBypassEnabled").filter(CmdletValue::isTrue).isPresent();
        if (off || bypassed) {
            AuditSettings.add(record, scene, bypassed ? SettingTopic.AUDIT_BYPASSED : SettingTopic.AUDIT_SWITCHED_OFF,
                    mailbox);
        }
        return off || bypassed;
    }

    private static boolean isNone(String value) {
        return !CmdletValue.isSet(value) || value.strip().equalsIgnoreCase("None");
    }

    /** Which protocols were switched on and which off. */
    static void protocols(AuditRecord record, AuditScene scene) {
        Optional<MailboxAddress> mailbox = scene.target(record, "Identity");
        List<Parameter> on = AuditSettings.parameters(record, name -> switches(record, name, true));
        List<Parameter> off = AuditSettings.parameters(record, name -> switches(record, name, false));
        if (!on.isEmpty()) {
            AuditSettings.add(record, scene, SettingTopic.PROTOCOL_ENABLED, mailbox, on);
        }
        if (!off.isEmpty()) {
            AuditSettings.add(record, scene, SettingTopic.PROTOCOL_DISABLED, mailbox, off);
        }
        if (on.isEmpty() && off.isEmpty() && !scene.isSystem(record)) {
            AuditSettings.add(record, scene, SettingTopic.OTHER, mailbox);
        }
    }

    /** {@code ImapEnabled True} and {@code SmtpClientAuthenticationDisabled False} both switch something on. */
    private static boolean switches(AuditRecord record, String name, boolean on) {
        String value = record.parameter(name).orElse("");
        boolean basic = name.startsWith("AllowBasicAuth");
        if (name.endsWith("Enabled") || basic) {
            return on ? CmdletValue.isTrue(value) : CmdletValue.isFalse(value);
        }
        return name.endsWith("AuthenticationDisabled")
                && (on ? CmdletValue.isFalse(value) : CmdletValue.isTrue(value));
    }

    static void autoReply(AuditRecord record, AuditScene scene) {
        if (record.failed()) {
            AuditSettings.failed(record, scene);
            return;
        }
        Optional<MailboxAddress> mailbox = scene.target(record, "Identity");
        Optional<String> state = record.parameter("AutoReplyState").filter(CmdletValue::isSet);
        boolean off = state.filter(text -> text.strip().equalsIgnoreCase("Disabled")).isPresent();
        Optional<String> text = text(record, "ExternalMessage").or(() -> text(record, "InternalMessage"));
        Optional<Instant> end = text(record, "EndTime").flatMap(Timestamps::find);
        scene.accept(new AutoReply(scene.origin(record, mailbox), !off, Optional.empty(), text, toStrangers(record),
                end, state.isEmpty() ? Change.CHANGED : off ? Change.DISABLED : Change.ENABLED,
                scene.actor(record, mailbox)));
    }

    private static boolean toStrangers(AuditRecord record) {
        return text(record, "ExternalAudience").map(text -> text.equalsIgnoreCase("All"))
                .orElse(text(record, "ExternalMessage").isPresent());
    }

    private static Optional<String> text(AuditRecord record, String name) {
        return record.parameter(name).filter(CmdletValue::isSet).map(String::strip);
    }
}
