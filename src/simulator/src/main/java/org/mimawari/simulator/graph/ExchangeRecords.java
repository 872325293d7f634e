package org.mimawari.simulator.graph;

import java.util.List;

/** What Exchange's cmdlets show, as JSON. */
public final class ExchangeRecords {

    private ExchangeRecords() {}

    /**
     * A mailbox with its forwarding.
     *
     * @param smtp where its mail goes to, or an empty text
     * @param onBehalf who may send on its behalf, by whatever name
     */
    public static String mailbox(String address, String smtp, List<String> onBehalf) {
        return GraphJson.object(json -> {
            json.writeStringField("PrimarySmtpAddress", address);
            json.writeStringField("Name", address.substring(0, address.indexOf('@')));
            json.writeStringField("RecipientTypeDetails", "UserMailbox");
            json.writeStringField("ForwardingSmtpAddress", smtp.isEmpty() ? smtp : "smtp:" + smtp);
            json.writeNullField("ForwardingAddress");
            json.writeBooleanField("DeliverToMailboxAndForward", !smtp.isEmpty());
            json.writeBooleanField("AuditEnabled", true);
            GraphJson.texts(json, "GrantSendOnBehalfTo", onBehalf);
        });
    }

    /** A rule that forwards what names an invoice. */
    public static String forwardingRule(String identity, String name, String target) {
        return GraphJson.object(json -> {
            json.writeStringField("RuleIdentity", identity);
            json.writeStringField("Name", name);
            json.writeBooleanField("Enabled", true);
            json.writeNumberField("Priority", 1);
            GraphJson.texts(json, "SubjectContainsWords", List.of("invoice"));
            GraphJson.texts(json, "ForwardTo", List.of("\"" + target + "\" [SMTP:" + target + "]"));
            json.writeBooleanField("DeleteMessage", false);
            json.writeBooleanField("StopProcessingRules", true);
        });
    }

    /** The one that Exchange keeps in every mailbox, among the hidden ones. */
    public static String junkRule() {
        return GraphJson.object(json -> {
            json.writeStringField("RuleIdentity", "1");
            json.writeStringField("Name", "Junk E-mail Rule");
            json.writeBooleanField("Enabled", true);
            json.writeBooleanField("DeleteMessage", false);
            json.writeNullField("MoveToFolder");
            json.writeBooleanField("StopProcessingRules", false);
        });
    }

    /** Who may open a mailbox. */
    public static String mailboxPermission(String mailbox, String user) {
        return GraphJson.object(json -> {
            json.writeStringField("Identity", mailbox);
            json.writeStringField("User", user);
            GraphJson.texts(json, "AccessRights", List.of("FullAccess"));
            json.writeBooleanField("IsInherited", false);
            json.writeBooleanField("Deny", false);
        });
    }

    /** Who may send as a mailbox. */
    public static String sendAs(String mailbox, String trustee) {
        return GraphJson.object(json -> {
            json.writeStringField("Identity", mailbox);
            json.writeStringField("Trustee", trustee);
            json.writeStringField("AccessControlType", "Allow");
            GraphJson.texts(json, "AccessRights", List.of("SendAs"));
            json.writeBooleanField("IsInherited", false);
        });
    }

    /** A transport rule that copies all mail to somebody unseen. */
    public static String transportRule(String name, String target) {
        return GraphJson.object(json -> {
            json.writeStringField("Name", name);
            json.writeNumberField("Priority", 0);
            json.writeStringField("Mode", "Enforce");
            json.writeStringField("State", "Enabled");
            GraphJson.texts(json, "BlindCopyTo", List.of(target));
        });
    }
}
