package org.mimawari.announce;

import java.util.List;
import org.mimawari.incident.KnownIncident;
import org.mimawari.indicator.Level;

/** A channel that is told only of incidents at or above a level, and of every failure of the round itself. */
public final class FromLevel implements Channel {

    private final Channel channel;
    private final Level level;

    public FromLevel(Channel channel, Level level) {
        this.channel = channel;
        this.level = level;
    }

    @Override
    public String name() {
        return channel.name();
    }

    @Override
    public void send(Announcement announcement) throws AnnounceException {
        List<KnownIncident> grave = announcement.changes().stream()
                .filter(change -> change.level().isAtLeast(level)).toList();
        Announcement rest = announcement.with(grave);
        if (!rest.isEmpty()) {
            channel.send(rest);
        }
    }
}
