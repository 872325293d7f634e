package org.mimawari.indicator;

import java.util.List;
import java.util.Optional;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.ConnectedApp;
import org.mimawari.evidence.Delegation;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailAccess;
import org.mimawari.evidence.Parameter;
import org.mimawari.evidence.Place;
import org.mimawari.evidence.ProviderAlert;
import org.mimawari.evidence.SettingChange;
import org.mimawari.evidence.SettingTopic;
import org.mimawari.evidence.story.MailboxStory;

/** Adds what somebody changed to a story. */
public final class Changes {

    private final MailboxStory story;
    private Actor actor = Actor.UNKNOWN;

    private Changes(MailboxStory story) {
        this.story = story;
    }

    public static Changes in(MailboxStory story) {
        return new Changes(story);
    }

    /** The owner, at this address and country; an empty country is an unknown place. */
    public Changes byOwner(String address, String country) {
        return by("tanaka@shop.example", Actor.Role.OWNER, address, country);
    }

    public Changes byAdmin() {
        return by("admin@shop.example", Actor.Role.ADMIN, "192.0.2.50", "JP");
    }

    public Changes by(String user, Actor.Role role, String address, String country) {
        actor = Actor.user(user, role).from(IpAddress.find(address),
                country.isEmpty() ? Place.UNKNOWN : Place.inCountry(country));
        return this;
    }

    public MailboxStory change(SettingTopic topic, String time, String operation, String target, Parameter... more) {
        return story.with(new SettingChange(story.at(time), topic, operation, Optional.of(target), List.of(more), true,
                actor));
    }

    public MailboxStory failedChange(SettingTopic topic, String time) {
        return story.with(new SettingChange(story.at(time), topic, "change", Optional.of("target"), List.of(), false,
                actor));
    }

    public MailboxStory grants(String time, String appId, String name, String... scopes) {
        return story.with(new ConnectedApp(story.at(time), appId, Optional.of(name), List.of(scopes), false,
                Optional.empty(), Change.ADDED, actor));
    }

    public MailboxStory grantsForAll(Change change, String appId, String... scopes) {
        return story.with(new ConnectedApp(story.at("2024-05-21T18:00:00Z"), appId, Optional.of("Archive"),
                List.of(scopes), true, Optional.empty(), change, actor));
    }

    public MailboxStory delegates(Change change, String grantee, String folder, String... rights) {
        return story.with(new Delegation(story.at("2024-05-21T18:30:00Z"), grantee, List.of(rights),
                folder.isEmpty() ? Optional.empty() : Optional.of(folder), change, actor));
    }

    public MailboxStory reads(MailAccess.Type type, String time, Optional<String> appId) {
        Actor reader = new Actor(actor.user(), actor.role(), actor.ip(), actor.place(), actor.client(), appId,
                Optional.empty());
        return story.with(new MailAccess(story.at(time), type, 1, 0, false, Optional.of("Inbox"), reader));
    }

    public MailboxStory alerts(ProviderAlert.Topic topic, String title) {
        return story.with(new ProviderAlert(story.at("2024-05-21T18:00:00Z"), topic, title, Optional.empty(),
                Optional.empty(), Optional.empty()));
    }
}
