package org.mimawari.connector.microsoft365.graph;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The clouds of Microsoft 365, by name; never by a free address, which would be a way to have tokens sent elsewhere.
 * Source: Microsoft Graph, "National cloud deployments".
 */
public enum Cloud {
    GLOBAL("global", "login.microsoftonline.com", "graph.microsoft.com", "outlook.office365.com"),
    US_GOVERNMENT("us-gov", "login.microsoftonline.us", "graph.microsoft.us", "outlook.office365.us"),
    US_DEFENCE("us-dod", "login.microsoftonline.us", "dod-graph.microsoft.us", "webmail.apps.mil"),
    CHINA("china", "login.partner.microsoftonline.cn", "microsoftgraph.chinacloudapi.cn", "partner.outlook.cn");

    private final String word;
    private final String login;
    private final String graph;
    private final String exchange;

    Cloud(String word, String login, String graph, String exchange) {
        this.word = word;
        this.login = login;
        this.graph = graph;
        this.exchange = exchange;
    }

    /** The cloud with this name in settings: {@code global}, {@code us-gov}, {@code us-dod} or {@code china}. */
    public static Optional<Cloud> find(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word.strip().toLowerCase(Locale.ROOT))).findFirst();
    }

    /** The name in settings. */
    public String word() {
        return word;
    }

    String login() {
        return login;
    }

    String graph() {
        return graph;
    }

    String exchange() {
        return exchange;
    }

    /** Message trace is a service of the global cloud only. */
    public boolean hasMessageTrace() {
        return this == GLOBAL;
    }
}
