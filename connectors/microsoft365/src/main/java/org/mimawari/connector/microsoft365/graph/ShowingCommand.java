package org.mimawari.connector.microsoft365.graph;

/**
 * The commands of Exchange that may be run: they show and change nothing. There are no others, whatever is configured.
 * Source of names and parameters: Microsoft's reference of the Exchange PowerShell module.
 */
public enum ShowingCommand {
    GET_MAILBOX("Get-Mailbox", "ResultSize"),
    GET_CAS_MAILBOX("Get-CASMailbox", "ResultSize"),
    GET_RECIPIENT_PERMISSION("Get-RecipientPermission", "ResultSize"),
    GET_TRANSPORT_RULE("Get-TransportRule", "ResultSize"),
    GET_INBOUND_CONNECTOR("Get-InboundConnector", ""),
    GET_OUTBOUND_CONNECTOR("Get-OutboundConnector", ""),
    GET_JOURNAL_RULE("Get-JournalRule", ""),
    GET_REMOTE_DOMAIN("Get-RemoteDomain", "ResultSize"),
    GET_OUTBOUND_POLICY("Get-HostedOutboundSpamFilterPolicy", ""),
    GET_MAILBOX_PERMISSION("Get-MailboxPermission", "Identity"),
    GET_INBOX_RULE("Get-InboxRule", "Mailbox");

    private final String word;
    private final String parameter;

    ShowingCommand(String word, String parameter) {
        this.word = word;
        this.parameter = parameter;
    }

    /** The name of the cmdlet. */
    public String word() {
        return word;
    }

    /** How it is told how much to show, or of which mailbox; empty where it shows everything anyway. */
    String parameter() {
        return parameter;
    }

    /** True where it shows one mailbox at a time. */
    public boolean isOfMailbox() {
        return this == GET_MAILBOX_PERMISSION || this == GET_INBOX_RULE;
    }
}
