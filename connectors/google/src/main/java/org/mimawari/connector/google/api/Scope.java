package org.mimawari.connector.google.api;

/**
 * What may be read, by the name under which an administrator grants it. Each has a token of its own, so that one that was
 * not granted does not take the others along.
 */
public enum Scope {
    USERS("admin.directory.user.readonly", Api.DIRECTORY),
    DOMAINS("admin.directory.domain.readonly", Api.DIRECTORY),
    /** Google has no form of it that only reads: tokens and application passwords are asked for only where wished. */
    SECURITY("admin.directory.user.security", Api.DIRECTORY),
    REPORTS("admin.reports.audit.readonly", Api.REPORTS),
    ALERTS("apps.alerts", Api.ALERTS),
    MAIL("gmail.readonly", Api.GMAIL),
    /** Headers of messages, but neither texts nor settings. */
    MAIL_HEADERS("gmail.metadata", Api.GMAIL);

    private static final String ROOT = "https://www.googleapis.com/auth/";

    private final String name;
    private final Api api;

    Scope(String name, Api api) {
        this.name = name;
        this.api = api;
    }

    /** The scope as it is granted, for example {@code https://www.googleapis.com/auth/gmail.readonly}. */
    public String address() {
        return ROOT + name;
    }

    Api api() {
        return api;
    }

    /** True where each user's own mailbox is asked in the user's name. */
    public boolean isOfUser() {
        return api == Api.GMAIL;
    }
}
