package org.mimawari.connector.export.exchange;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Permissions on mail by the id of their role, for exports without the service principal that defines them. */
final class AppRoles {

    /** Source: Microsoft Graph permissions reference, and Office 365 Exchange Online. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("810c84a8-4a9e-49e6-bf7d-12d183f40d01", "Mail.Read"),
            Map.entry("e2a3a72e-5f79-4c64-b1b1-878b674786c9", "Mail.ReadWrite"),
            Map.entry("b633e1c5-b582-4048-a93e-9f11b44c7e96", "Mail.Send"),
            Map.entry("6be147d2-ea4f-4b5a-a3fa-3eab6f3c140a", "Mail.ReadBasic"),
            Map.entry("693c5e45-0940-467d-9b8a-1022fb9d42ef", "Mail.ReadBasic.All"),
            Map.entry("40f97065-369a-49f4-947c-6a255697ae91", "MailboxSettings.Read"),
            Map.entry("6931bccd-447a-43d1-b442-00a195474933", "MailboxSettings.ReadWrite"),
            Map.entry("19dbc75e-c2e2-444c-a770-ec69d8559fc7", "Directory.ReadWrite.All"),
            Map.entry("dc890d15-9560-4a4c-9b7f-a736ec74ec40", "full_access_as_app"),
            Map.entry("dc50a0fb-09a3-484d-be87-e023b12c6440", "Exchange.ManageAsApp"));

    private AppRoles() {}

    static Optional<String> name(String id) {
        return Optional.ofNullable(NAMES.get(id.strip().toLowerCase(Locale.ROOT)));
    }
}
