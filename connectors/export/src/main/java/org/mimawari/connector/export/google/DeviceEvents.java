package org.mimawari.connector.export.google;

import org.mimawari.evidence.ProviderAlert.Topic;
import org.mimawari.evidence.SettingTopic;

/** Phones and browsers of the account (Reports API, mobile and chrome activity events). */
final class DeviceEvents {

    /** Fewer wrong codes at a lock screen are a thumb too large. */
    private static final long MANY_FAILURES = 10;

    private DeviceEvents() {}

    static void mobile(Scene scene) {
        String name = scene.event().word();
        if (name.contains("compromised")) {
            compromised(scene);
        } else if (name.contains("suspicious")) {
            scene.alert(Topic.DEVICE, "suspicious activity on a device", "medium");
        } else if (name.contains("failed_password") || name.contains("failed_unlock")) {
            unlocks(scene);
        } else if (name.contains("register") || name.contains("account_registration")) {
            registered(scene);
        }
    }

    private static void compromised(Scene scene) {
        String state = scene.parameters().word("DEVICE_COMPROMISED_STATE", "compromised_state");
        if (!state.startsWith("not")) {
            scene.alert(Topic.DEVICE, "device compromised", "high");
        }
    }

    private static void unlocks(Scene scene) {
        long count = scene.parameters().number("FAILED_PASSWD_ATTEMPTS", "failed_passwd_attempts");
        if (count >= MANY_FAILURES) {
            scene.alert(Topic.DEVICE, "repeated failures to unlock a device", "low");
        }
    }

    private static void registered(Scene scene) {
        String state = scene.parameters().word("ACCOUNT_STATE", "account_state", "REGISTER_STATE");
        boolean gone = state.contains("unregister") || state.contains("removed") || state.contains("deleted");
        scene.setting(gone ? SettingTopic.OTHER : SettingTopic.DEVICE_REGISTERED);
    }

    /** What Chrome's safe browsing and password protection saw. */
    static void chrome(Scene scene) {
        String name = scene.event().word();
        if (name.contains("malware")) {
            scene.alert(Topic.MALWARE, "malware in the browser", "medium");
        } else if (name.contains("password_breach") || name.contains("password_leak")) {
            scene.alert(Topic.PASSWORD_LEAKED, "password found in a breach", "medium");
        } else if (name.contains("unsafe_site") || name.contains("phishing") || name.contains("password_reuse")) {
            scene.alert(Topic.OTHER, name.replace('_', ' '), "low");
        }
    }
}
