package org.mimawari.connector.export.google;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which table of GAM a file is, by the names of its columns.
 *
 * @param kind empty where the setting stands in a column {@code JSON} ({@code formatjson}) and tells by itself
 */
record GamTable(Optional<SettingKind> kind) {

    private static final Set<String> FILTER_COLUMNS = Set.of("from", "to", "subject", "query", "negatedquery",
            "hasattachment", "excludechats", "size", "forward", "trash", "archive", "markread", "neverspam", "label",
            "important", "notimportant", "star");

    static List<String> columns(String header) {
        String separator = header.indexOf('\t') >= 0 ? "\t" : header.indexOf(';') >= 0 && header.indexOf(',') < 0
                ? ";" : ",";
        List<String> columns = new ArrayList<>();
        for (String name : header.split(separator, 2_000)) {
            columns.add(name.strip().replace("\"", "").replace("\uFEFF", "").toLowerCase(Locale.ROOT));
        }
        return columns;
    }

    static Optional<GamTable> of(List<String> columns) {
        Set<String> names = Set.copyOf(columns);
        boolean owned = names.contains("user") || names.contains("primaryemail") || names.contains("userkey")
                || names.contains("owner");
        if (!owned || columns.size() < 2) {
            return Optional.empty();
        }
        if (names.contains("json")) {
            return Optional.of(new GamTable(Optional.empty()));
        }
        return kind(names).map(kind -> new GamTable(Optional.of(kind)));
    }

    private static Optional<SettingKind> kind(Set<String> names) {
        if (names.contains("forwardingemail")) {
            return Optional.of(SettingKind.FORWARDING_ADDRESS);
        }
        if (names.contains("forwardenabled") || names.contains("forwardto")
                || names.contains("disposition") && names.contains("emailaddress")) {
            return Optional.of(SettingKind.AUTO_FORWARDING);
        }
        if (names.contains("delegateaddress") || names.contains("delegateemail")) {
            return Optional.of(SettingKind.DELEGATE);
        }
        if (names.contains("sendasemail")) {
            return Optional.of(SettingKind.SEND_AS);
        }
        if (names.contains("enableautoreply") || names.contains("responsesubject")
                || names.contains("contactsonly") && names.contains("domainonly")) {
            return Optional.of(SettingKind.VACATION);
        }
        return accountKind(names);
    }

    private static Optional<SettingKind> accountKind(Set<String> names) {
        if (names.contains("codeid") || names.contains("lasttimeused")) {
            return Optional.of(SettingKind.APPLICATION_PASSWORD);
        }
        if (names.contains("clientid")) {
            return Optional.of(SettingKind.TOKEN);
        }
        if (names.contains("accesswindow")) {
            return Optional.of(SettingKind.POP);
        }
        if (names.contains("autoexpunge") || names.contains("expungebehavior")) {
            return Optional.of(SettingKind.IMAP);
        }
        boolean nested = names.stream().anyMatch(name -> name.startsWith("criteria.") || name.startsWith("action."));
        long known = names.stream().filter(FILTER_COLUMNS::contains).count();
        if (nested || names.contains("id") && known >= 1 || known >= 3) {
            return Optional.of(SettingKind.FILTER);
        }
        return names.contains("primaryemail") ? Optional.of(SettingKind.USER) : Optional.empty();
    }
}
