package org.mimawari.connector.export.google;

import java.util.Locale;

/**
 * One event of an activity.
 *
 * @param type group of the event, for example {@code account_warning}; may be empty
 * @param name what happened, for example {@code login_success}; empty where the source names nothing
 * @param succeeded false where the source says that it failed
 */
record ActivityEvent(String type, String name, EventParameters parameters, boolean succeeded) {

    /** The name to compare with: lower case. */
    String word() {
        return name.toLowerCase(Locale.ROOT);
    }

    String typeWord() {
        return type.toLowerCase(Locale.ROOT);
    }

    /** What to call it in a report. */
    String title() {
        return name.isEmpty() ? type : name;
    }
}
