package org.mimawari.indicator.exfil;

import static org.mimawari.evidence.story.MailboxStory.mailbox;

import java.util.List;
import java.util.Optional;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailAccess;
import org.mimawari.evidence.MailSearch;
import org.mimawari.evidence.Place;
import org.mimawari.evidence.SettingChange;
import org.mimawari.evidence.SettingTopic;
import org.mimawari.evidence.story.MailboxStory;

/** Tells who read mail from where. */
public final class AccessStory {

    public static final String OFFICE = "192.0.2.10";
    public static final String ABROAD = "203.0.113.9";

    private AccessStory() {}

    /** A mailbox that was used from the office for twenty days, until 20 November. */
    public static MailboxStory settled() {
        return mailbox("tanaka@shop.example").livesQuietly("2026-11-01", 20);
    }

    public static Actor from(String ip) {
        return Actor.user("tanaka@shop.example", Actor.Role.OWNER).from(IpAddress.find(ip), Place.UNKNOWN);
    }

    static MailAccess access(MailboxStory story, String time, String ip, MailAccess.Type type, long items) {
        return new MailAccess(story.at(time), type, items, 0, false, Optional.of("Inbox"), from(ip));
    }

    static MailAccess throttled(MailboxStory story, String time, String ip) {
        return new MailAccess(story.at(time), MailAccess.Type.BIND, 10, 0, true, Optional.empty(), from(ip));
    }

    static MailSearch search(MailboxStory story, String time, String ip, String query) {
        return new MailSearch(story.at(time), query, from(ip));
    }

    /** Somebody changed a setting. */
    public static SettingChange change(MailboxStory story, SettingTopic topic, boolean succeeded) {
        return new SettingChange(story.at("2026-11-21T01:00:00Z"), topic, "Do-Something", Optional.of("target"),
                List.of(), succeeded, from(ABROAD));
    }
}
