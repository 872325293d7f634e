package org.mimawari.indicator.network;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mimawari.indicator.words.FactList;

/** Applications by id that play a part in attacks, and common mail programs. */
public final class AppRoles {

    private static final Map<String, String> ROLES = column("landing-apps", 1);
    private static final Map<String, String> ABUSED = column("abused-apps", 1);
    private static final Map<String, String> ABUSED_BY_NAME = ABUSED.values().stream().sorted().collect(
            Collectors.toUnmodifiableMap(name -> name.toLowerCase(Locale.ROOT), name -> name, (one, same) -> one));
    private static final Map<String, String> COMMON = column("common-mail-apps", 1);

    private AppRoles() {}

    /** True for portals that proxying phishing pages sign in to. */
    public static boolean isLanding(String appId) {
        return has(appId, "landing");
    }

    /** True for the authentication broker, whose tokens open every other application. */
    public static boolean isBroker(String appId) {
        return has(appId, "broker");
    }

    /** True for applications that conditional access lets through. */
    public static boolean isBypass(String appId) {
        return has(appId, "bypass");
    }

    /** True for the provider's own tools for developers, whose tokens are let through almost anywhere. */
    public static boolean isTool(String appId) {
        return has(appId, "tool");
    }

    /** The usual name of an application known from mailbox takeovers. */
    public static Optional<String> findAbused(String appId) {
        return Optional.ofNullable(ABUSED.get(appId.strip().toLowerCase(Locale.ROOT)));
    }

    /** The listed name that a client text or application name carries as a whole word sequence. */
    public static Optional<String> findAbusedByName(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return Optional.ofNullable(ABUSED_BY_NAME.get(wanted));
    }

    public static boolean isCommonMailProgram(String appId) {
        return COMMON.containsKey(appId.strip().toLowerCase(Locale.ROOT));
    }

    private static boolean has(String appId, String role) {
        return role.equals(ROLES.get(appId.strip().toLowerCase(Locale.ROOT)));
    }

    private static Map<String, String> column(String list, int field) {
        return FactList.load(list).rows().stream().collect(Collectors.toUnmodifiableMap(
                row -> row.get(0).toLowerCase(Locale.ROOT), row -> row.get(field)));
    }
}
