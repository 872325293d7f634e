package org.mimawari.evidence;

import java.util.Optional;

/**
 * Who did it, as far as the record says: the account that acted (which need not own the mailbox), from where and with
 * what.
 *
 * @param client user agent, mail client or client information string
 */
public record Actor(
        Optional<String> user,
        Role role,
        Optional<IpAddress> ip,
        Place place,
        Optional<String> client,
        Optional<String> appId,
        Optional<String> session) {

    /** In what capacity somebody acted on a mailbox. */
    public enum Role { OWNER, ADMIN, DELEGATE, SYSTEM, UNKNOWN }

    public static final Actor UNKNOWN = new Actor(Optional.empty(), Role.UNKNOWN, Optional.empty(), Place.UNKNOWN,
            Optional.empty(), Optional.empty(), Optional.empty());

    public static Actor user(String user, Role role) {
        return new Actor(Optional.of(user), role, Optional.empty(), Place.UNKNOWN, Optional.empty(), Optional.empty(),
                Optional.empty());
    }

    public Actor from(Optional<IpAddress> address, Place where) {
        return new Actor(user, role, address, where, client, appId, session);
    }

    /** True where nothing is known of who it was. */
    public boolean isUnknown() {
        return role == Role.UNKNOWN && user.isEmpty() && ip.isEmpty() && place.isUnknown() && client.isEmpty()
                && appId.isEmpty() && session.isEmpty();
    }

    public boolean isSystem() {
        return role == Role.SYSTEM;
    }
}
