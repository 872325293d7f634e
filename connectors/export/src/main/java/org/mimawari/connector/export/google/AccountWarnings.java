package org.mimawari.connector.export.google;

import java.util.Optional;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.ProviderAlert.Topic;

/** What Google itself noticed about an account: {@code account_warning} and {@code attack_warning} of the login log. */
final class AccountWarnings {

    private AccountWarnings() {}

    static boolean isWarning(ActivityEvent event) {
        String name = event.word();
        return event.typeWord().endsWith("_warning") || name.startsWith("account_disabled")
                || name.startsWith("suspicious_") || name.equals("gov_attack_warning")
                || name.startsWith("user_signed_out_due_to");
    }

    static void warn(Scene scene) {
        String name = scene.event().word();
        Topic topic = topic(name);
        scene.alert(topic, scene.event().title().replace('_', ' '), severity(topic), account(scene));
    }

    /** The account warned about, which is seldom the actor: many warnings have none. */
    private static Optional<MailboxAddress> account(Scene scene) {
        return scene.named("affected_email_address", "USER_EMAIL").or(scene::actor);
    }

    private static Topic topic(String name) {
        if (name.contains("hijack")) {
            return Topic.ACCOUNT_HIJACKED;
        }
        if (name.contains("password_leak") || name.contains("leaked_password")) {
            return Topic.PASSWORD_LEAKED;
        }
        if (name.contains("spamming")) {
            return Topic.SENDING_RESTRICTED;
        }
        if (name.contains("suspicious_session") || name.startsWith("user_signed_out")) {
            return Topic.RISKY_SIGN_IN;
        }
        // Google: suspicious_login* and suspicious_programmatic_login are attempts that it blocked.
        if (name.startsWith("suspicious_")) {
            return Topic.BLOCKED_SIGN_IN;
        }
        return name.contains("attack") ? Topic.RISKY_USER : Topic.OTHER;
    }

    private static String severity(Topic topic) {
        return switch (topic) {
            case ACCOUNT_HIJACKED, PASSWORD_LEAKED, SENDING_RESTRICTED, RISKY_SIGN_IN, RISKY_USER -> "high";
            case BLOCKED_SIGN_IN -> "medium";
            default -> "low";
        };
    }
}
