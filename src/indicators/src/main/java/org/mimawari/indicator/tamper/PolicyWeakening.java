package org.mimawari.indicator.tamper;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.Parameter;
import org.mimawari.evidence.SettingChange;

/**
 * Whether a change of a sign-in policy asks less of who signs in: a conditional access policy deleted, switched off or
 * without its second factor, or an enforcement switched off in the admin console. Where the log does not tell both
 * values whole, nothing is claimed.
 */
final class PolicyWeakening {

    private static final String OLD = "old:";
    /** Longer values are cut by the readers, and what is cut off may be what is looked for. */
    private static final int WHOLE = 2_000;
    private static final List<String> SECOND_FACTOR = List.of("\"mfa\"", "authenticationstrength");
    private static final List<String> ACCESS = List.of("conditional access", "authentication strength", "security defaults");
    private static final Set<String> OFF = Set.of("false", "off", "disabled", "0", "not_enforced");
    private static final List<String> DEMANDS = List.of("enforce", "require", "strong", "2-step", "2sv");
    private static final List<String> ALLOWANCES = List.of("reuse", "less secure", "less_secure", "never expire", "trust");

    private PolicyWeakening() {}

    static boolean isIn(SettingChange change) {
        String operation = change.operation().toLowerCase(Locale.ROOT);
        boolean removal = operation.startsWith("delete") || operation.startsWith("remove");
        if (removal && ACCESS.stream().anyMatch(operation::contains)) {
            return true;
        }
        return change.parameters().stream().anyMatch(each -> isLost(each, change)) || isSwitchedOff(change);
    }

    /** The old value asks for a second factor, or is in force, and the new one is not. */
    private static boolean isLost(Parameter now, SettingChange change) {
        Optional<String> before = change.parameter(OLD + now.name());
        if (before.isEmpty() || before.get().length() >= WHOLE || now.value().length() >= WHOLE) {
            return false;
        }
        String old = folded(before.get());
        String later = folded(now.value());
        boolean factor = SECOND_FACTOR.stream().anyMatch(old::contains)
                && SECOND_FACTOR.stream().noneMatch(later::contains);
        boolean force = old.contains("\"state\":\"enabled\"") && later.contains("\"state\":")
                && !later.contains("\"state\":\"enabled\"");
        return factor || force;
    }

    /** Some logs write such a value as a text within a text. */
    private static String folded(String value) {
        return value.toLowerCase(Locale.ROOT).replace("\\", "").replace(" ", "");
    }

    private static boolean isSwitchedOff(SettingChange change) {
        String setting = change.parameter("SETTING_NAME").orElse("").toLowerCase(Locale.ROOT);
        String now = change.parameter("NEW_VALUE").orElse("").strip().toLowerCase(Locale.ROOT);
        if (setting.isEmpty() || now.isEmpty()) {
            return false;
        }
        boolean allows = ALLOWANCES.stream().anyMatch(setting::contains);
        boolean demands = DEMANDS.stream().anyMatch(setting::contains);
        return allows ? now.equals("true") || now.equals("on") || now.equals("enabled") : demands && OFF.contains(now);
    }
}
