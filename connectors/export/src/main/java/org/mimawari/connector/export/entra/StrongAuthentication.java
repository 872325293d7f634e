package org.mimawari.connector.export.entra;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mimawari.connector.export.tree.Tree;
import org.mimawari.evidence.SettingTopic;

/**
 * What the {@code StrongAuthentication…} properties of a user's update say: a second factor that came, went, or was
 * replaced. Entra writes the whole list before and after, also where only a counter within it moved.
 */
final class StrongAuthentication {

    private StrongAuthentication() {}

    static Set<SettingTopic> topics(List<AuditRecord.Modified> modified) {
        Set<SettingTopic> topics = EnumSet.noneOf(SettingTopic.class);
        for (AuditRecord.Modified each : modified) {
            topics.addAll(topics(each));
        }
        return topics;
    }

    private static Set<SettingTopic> topics(AuditRecord.Modified each) {
        return switch (each.name().toLowerCase(Locale.ROOT)) {
            case "strongauthenticationmethod" -> methods(each);
            case "strongauthenticationphoneappdetail" -> compared(each, "Id", "DeviceName", "DeviceId");
            case "strongauthenticationuserdetails" -> contacts(each);
            case "strongauthenticationrequirement" -> requirement(each);
            case "searchabledevicekey" -> keys(each);
            case "alternativesecurityemail", "othermail", "alternateemailaddresses" -> recovery(each);
            default -> Set.of();
        };
    }

    private static Set<SettingTopic> methods(AuditRecord.Modified each) {
        Set<SettingTopic> topics = compared(each, "MethodType");
        boolean reordered = topics.isEmpty() && !each.before().equals(each.after());
        return reordered ? Set.of(SettingTopic.RECOVERY_CHANGED) : topics;
    }

    private static Set<SettingTopic> compared(AuditRecord.Modified each, String... identity) {
        return compared(entries(each.before(), identity), entries(each.after(), identity));
    }

    private static Set<SettingTopic> compared(Set<String> before, Set<String> after) {
        Set<SettingTopic> topics = EnumSet.noneOf(SettingTopic.class);
        if (!before.containsAll(after)) {
            topics.add(SettingTopic.SECOND_FACTOR_ADDED);
        }
        if (!after.containsAll(before)) {
            topics.add(SettingTopic.SECOND_FACTOR_REMOVED);
        }
        return topics;
    }

    private static Set<String> entries(String json, String... identity) {
        Set<String> found = new LinkedHashSet<>();
        for (Tree entry : Tree.text(json).items()) {
            StringBuilder key = new StringBuilder();
            for (String name : identity) {
                key.append(entry.find(name).orElse("")).append('\n');
            }
            if (!key.toString().isBlank()) {
                found.add(key.toString());
            }
        }
        return found;
    }

    /** Phone numbers are a second factor; the address beside them is for recovery. */
    private static Set<SettingTopic> contacts(AuditRecord.Modified each) {
        Set<SettingTopic> topics = compared(phones(each.before()), phones(each.after()));
        if (!entries(each.before(), "Email").equals(entries(each.after(), "Email"))) {
            topics.add(SettingTopic.RECOVERY_CHANGED);
        }
        return topics;
    }

    private static Set<String> phones(String json) {
        Set<String> numbers = new LinkedHashSet<>();
        for (String name : List.of("PhoneNumber", "AlternativePhoneNumber", "VoiceOnlyPhoneNumber")) {
            numbers.addAll(entries(json, name));
        }
        return numbers;
    }

    /** The demand for a second factor, not the factor: only its end matters. */
    private static Set<SettingTopic> requirement(AuditRecord.Modified each) {
        boolean demanded = !entries(each.before(), "State").isEmpty();
        boolean demands = entries(each.after(), "State").stream().anyMatch(state -> !state.strip().equals("0"));
        return demanded && !demands ? Set.of(SettingTopic.SECOND_FACTOR_REMOVED) : Set.of();
    }

    /** Security keys; Windows Hello keys come with a device and are not counted. */
    private static Set<SettingTopic> keys(AuditRecord.Modified each) {
        return compared(securityKeys(each.before()), securityKeys(each.after()));
    }

    private static Set<String> securityKeys(String json) {
        Set<String> found = new LinkedHashSet<>();
        for (Tree key : Tree.text(json).items()) {
            boolean fido = key.find("usage", "Usage").orElse("").equalsIgnoreCase("FIDO");
            key.find("keyIdentifier", "KeyIdentifier").filter(id -> fido).ifPresent(found::add);
        }
        return found;
    }

    private static Set<SettingTopic> recovery(AuditRecord.Modified each) {
        return each.before().equals(each.after()) ? Set.of() : Set.of(SettingTopic.RECOVERY_CHANGED);
    }
}
