package org.mimawari.connector.export.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mimawari.connector.export.Timestamps;
import org.mimawari.connector.export.tree.Tree;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.AutoReply;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.evidence.MailboxProfile;
import org.mimawari.evidence.Parameter;

/** Automatic replies from {@code Get-MailboxAutoReplyConfiguration} and from Graph's mailboxSettings. */
final class AutoReplies {

    private AutoReplies() {}

    static List<Evidence> ofCmdlet(Snapshot snapshot) {
        CmdletObject object = snapshot.object();
        String state = object.find("AutoReplyState").orElse("Disabled");
        boolean scheduled = state.equalsIgnoreCase("Scheduled") || state.equals("2");
        boolean enabled = scheduled || state.equalsIgnoreCase("Enabled") || state.equals("1");
        Optional<String> external = object.find("ExternalMessage");
        Optional<String> text = external.or(() -> object.find("InternalMessage"));
        boolean strangers = object.find("ExternalAudience").map(audience -> audience.equalsIgnoreCase("All")
                || audience.equals("2")).orElse(external.isPresent());
        Optional<Instant> end = scheduled ? object.time("EndTime") : Optional.empty();
        return List.of(new AutoReply(snapshot.origin(), enabled, Optional.empty(), text.map(AutoReplies::plain),
                strangers, end, Change.PRESENT, Actor.UNKNOWN));
    }

    /** The whole of mailboxSettings, or its automatic replies alone. */
    static List<Evidence> ofGraph(Snapshot snapshot) {
        Tree fields = snapshot.fields();
        Tree replies = fields.at("automaticRepliesSetting");
        List<Evidence> found = new ArrayList<>();
        if (replies.isObject() || fields.has("externalAudience")) {
            found.add(reply(snapshot, replies.isObject() ? replies : fields));
        }
        String context = fields.find("@odata.context").orElse("").toLowerCase(Locale.ROOT);
        fields.find("userPurpose").or(() -> fields.at("userPurpose").find("value"))
                .or(() -> fields.find("value").filter(any -> context.endsWith("/userpurpose")))
                .ifPresent(purpose -> found.add(profile(snapshot, purpose)));
        return found;
    }

    private static AutoReply reply(Snapshot snapshot, Tree replies) {
        String status = replies.find("status").orElse("disabled").toLowerCase(Locale.ROOT);
        Optional<String> text = replies.find("externalReplyMessage").or(() -> replies.find("internalReplyMessage"));
        Optional<Instant> end = status.equals("scheduled") ? replies.at("scheduledEndDateTime").find("dateTime")
                .flatMap(Timestamps::find) : Optional.empty();
        boolean strangers = replies.find("externalAudience").filter("all"::equalsIgnoreCase).isPresent();
        return new AutoReply(snapshot.origin(), !status.equals("disabled"), Optional.empty(),
                text.map(AutoReplies::plain), strangers, end, Change.PRESENT, Actor.UNKNOWN);
    }

    private static MailboxProfile profile(Snapshot snapshot, String purpose) {
        MailboxKind kind = switch (purpose.toLowerCase(Locale.ROOT)) {
            case "user", "linked" -> MailboxKind.PERSON;
            case "shared" -> MailboxKind.SHARED;
            case "room", "equipment" -> MailboxKind.ROBOT;
            default -> MailboxKind.UNKNOWN;
        };
        return new MailboxProfile(snapshot.origin(), kind, Optional.empty(), List.of(),
                List.of(new Parameter("userPurpose", purpose)));
    }

    /** Replies are HTML; indicators read words and addresses of links, so tags go and targets of links stay. */
    static String plain(String html) {
        StringBuilder text = new StringBuilder(html.length());
        int at = 0;
        while (at < html.length()) {
            int open = html.indexOf('<', at);
            int close = open < 0 ? -1 : html.indexOf('>', open);
            if (close < 0) {
                text.append(html, at, html.length());
                break;
            }
            text.append(html, at, open).append(' ').append(link(html.substring(open, close)));
            at = close + 1;
        }
        return text.toString().replace("&nbsp;", " ").replace("&amp;", "&").strip();
    }

    private static String link(String tag) {
        int at = tag.toLowerCase(Locale.ROOT).indexOf("href=");
        if (at < 0 || at + 6 >= tag.length()) {
            return "";
        }
        char quote = tag.charAt(at + 5);
        int end = quote == '"' || quote == '\'' ? tag.indexOf(quote, at + 6) : -1;
        return end < 0 ? "" : tag.substring(at + 6, end) + " ";
    }
}
