package org.mimawari.indicator.access;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Folders people share every day, and the names of "everybody" in rights on folders. */
final class Folders {

    private static final List<String> SHARED = List.of("calendar", "予定表", "カレンダー", "contacts", "連絡先", "tasks",
            "タスク", "free/busy", "freebusy", "kalender", "calendrier");
    private static final Set<String> EVERYBODY = Set.of("default", "anonymous", "everyone", "anyone", "既定", "匿名",
            "authenticated");

    private Folders() {}

    static boolean isCalendar(String folder) {
        String lower = folder.toLowerCase(Locale.ROOT);
        return SHARED.stream().anyMatch(lower::contains);
    }

    static boolean isEverybody(String grantee) {
        return EVERYBODY.contains(grantee.strip().toLowerCase(Locale.ROOT));
    }
}
