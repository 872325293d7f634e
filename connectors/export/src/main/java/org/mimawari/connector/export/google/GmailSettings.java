package org.mimawari.connector.export.google;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mimawari.connector.export.Timestamps;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.AutoReply;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.Delegation;
import org.mimawari.evidence.ForwardingSetting;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.Parameter;
import org.mimawari.evidence.SendAsAddress;
import org.mimawari.evidence.SettingTopic;

/** Settings of a Gmail mailbox other than its filters (Gmail API, {@code users.settings}). */
final class GmailSettings {

    private static final int LONGEST = 500;

    private GmailSettings() {}

    static void autoForwarding(SettingScene scene) {
        if (!scene.admit("autoForwarding")) {
            return;
        }
        boolean enabled = scene.isTrue("enabled");
        Optional<String> target = scene.text("emailAddress");
        if (target.isPresent() || enabled) {
            scene.accept(new ForwardingSetting(scene.origin(), target.orElse("unknown"), "autoForwarding",
                    keepsCopy(scene),
                    enabled, true, Change.PRESENT, Actor.UNKNOWN));
        }
    }

    /** In the archive or the bin no copy stays where the owner would come across it (see indicator fwd-no-local-copy). */
    private static Optional<Boolean> keepsCopy(SettingScene scene) {
        return scene.text("disposition").map(text -> text.toLowerCase(Locale.ROOT).replace("_", ""))
                .filter(text -> !text.endsWith("unspecified"))
                .map(text -> !text.equals("trash") && !text.equals("delete") && !text.equals("archive"));
    }

    /** An address that may be forwarded to, whether or not anything is: so it is not switched on. */
    static void forwardingAddress(SettingScene scene) {
        if (scene.admit("forwardingAddress")) {
            scene.text("forwardingEmail").ifPresent(target -> scene.accept(new ForwardingSetting(scene.origin(), target,
                    "forwardingAddresses", Optional.empty(), false, isAccepted(scene), Change.PRESENT, Actor.UNKNOWN)));
        }
    }

    static void sendAs(SettingScene scene) {
        if (!scene.admit("sendAs")) {
            return;
        }
        Optional<String> address = scene.text("sendAsEmail");
        boolean own = address.flatMap(MailboxAddress::findFull).equals(scene.mailbox());
        if (address.isPresent() && !(own && scene.text("replyToAddress").isEmpty())) {
            scene.accept(new SendAsAddress(scene.origin(), address.get(), scene.text("displayName"),
                    scene.text("replyToAddress"), relay(scene), isAccepted(scene), Change.PRESENT, Actor.UNKNOWN));
        }
    }

    private static Optional<String> relay(SettingScene scene) {
        return JsonTree.text(scene.setting().path("smtpMsa"), "host").or(() -> scene.text("smtpMsa.host"));
    }

    static void delegate(SettingScene scene) {
        if (scene.admit("delegate")) {
            String status = status(scene);
            List<String> rights = status.isEmpty() ? List.of("delegate") : List.of("delegate", status);
            boolean over = status.equals("rejected") || status.equals("expired");
            scene.text("delegateEmail").ifPresent(grantee -> scene.accept(new Delegation(scene.origin(), grantee,
                    rights,
                    Optional.empty(), over ? Change.REMOVED : Change.PRESENT, Actor.UNKNOWN)));
        }
    }

    static void vacation(SettingScene scene) {
        if (scene.admit("vacation")) {
            boolean strangers = !scene.isTrue("restrictToContacts") && !scene.isTrue("restrictToDomain");
            scene.accept(new AutoReply(scene.origin(), scene.isTrue("enableAutoReply"), scene.text("responseSubject"),
                    scene.text("responseBodyPlainText", "responseBodyHtml"), strangers,
                    scene.text("endTime").flatMap(GmailSettings::millis), Change.PRESENT, Actor.UNKNOWN));
        }
    }

    static void imap(SettingScene scene) {
        if (scene.admit("imap") && scene.isTrue("enabled")) {
            protocol(scene, "imap.enabled");
        }
    }

    static void pop(SettingScene scene) {
        String window = scene.text("accessWindow").orElse("disabled").toLowerCase(Locale.ROOT);
        boolean on = !window.equals("disabled") && !window.endsWith("unspecified");
        if (scene.admit("pop") && on && JsonTree.truth(scene.setting(), "enabled").orElse(true)) {
            protocol(scene, "pop.accessWindow");
        }
    }

    private static void protocol(SettingScene scene, String operation) {
        scene.change(SettingTopic.PROTOCOL_ENABLED, operation, Optional.empty(), Optional.empty(),
                parameters(scene.setting()));
    }

    static List<Parameter> parameters(JsonNode setting) {
        List<Parameter> parameters = new ArrayList<>();
        setting.properties().forEach(field -> JsonTree.text(setting, field.getKey()).ifPresent(value ->
                parameters.add(new Parameter(field.getKey(), value.substring(0, Math.min(LONGEST, value.length()))))));
        return parameters;
    }

    private static boolean isAccepted(SettingScene scene) {
        String status = status(scene);
        return status.isEmpty() || status.equals("accepted") || status.endsWith("unspecified");
    }

    private static String status(SettingScene scene) {
        return scene.text("verificationStatus").orElse("").toLowerCase(Locale.ROOT);
    }

    /** Milliseconds since the epoch, as Google writes int64; a text with a date is read as such. Zero is never. */
    static Optional<Instant> millis(String text) {
        long number = EventParameters.whole(text);
        if (number < 0) {
            return Timestamps.find(text);
        }
        return number == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(number));
    }
}
