package org.mimawari.announce;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A channel that takes announcements or refuses them, as told. */
final class FickleChannel implements Channel {

    final List<String> taken = new ArrayList<>();
    final List<Instant> tries = new ArrayList<>();
    final List<Announcement> last = new ArrayList<>();
    @Nullable AnnounceException refusal;
    @Nullable RuntimeException mistake;
    private final String name;
    private final SteppingClock clock;

    FickleChannel(String name, SteppingClock clock) {
        this.name = name;
        this.clock = clock;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void send(Announcement announcement) throws AnnounceException {
        tries.add(clock.instant());
        if (mistake != null) {
            throw mistake;
        }
        if (refusal != null) {
            throw refusal;
        }
        taken.add(announcement.id());
        last.add(announcement);
    }
}
