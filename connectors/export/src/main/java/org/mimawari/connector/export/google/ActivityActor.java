package org.mimawari.connector.export.google;

import java.util.Optional;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.Place;

/**
 * Who acted, from where.
 *
 * @param name the address of the account, or the key of a robot
 */
record ActivityActor(
        Optional<String> name, Optional<IpAddress> ip, Place place, Optional<String> client, Optional<String> appId) {

    static final ActivityActor UNKNOWN = new ActivityActor(Optional.empty(), Optional.empty(), Place.UNKNOWN,
            Optional.empty(), Optional.empty());

    Optional<MailboxAddress> mailbox() {
        return name.flatMap(MailboxAddress::findFull);
    }

    Actor as(Actor.Role role) {
        return new Actor(name, role, ip, place, client, appId, Optional.empty());
    }
}
