package org.mimawari.connector.microsoft365.graph;

/** The commands of Exchange that may be run: they show and change nothing. There are no others, whatever is configured. */
public enum ShowingCommand {
    GET_MAILBOX("Get-Mailbox", "{\"ResultSize\":\"Unlimited\"}"),
    GET_TRANSPORT_RULE("Get-TransportRule", "{\"ResultSize\":\"Unlimited\"}");

    private final String word;
    private final String parameters;

    ShowingCommand(String word, String parameters) {
        this.word = word;
        this.parameters = parameters;
    }

    /** The name of the cmdlet. */
    public String word() {
        return word;
    }

    String json() {
        return "{\"CmdletInput\":{\"CmdletName\":\"" + word + "\",\"Parameters\":" + parameters + "}}";
    }
}
