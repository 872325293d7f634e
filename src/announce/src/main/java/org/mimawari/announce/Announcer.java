package org.mimawari.announce;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Brings announcements to every channel, each once. What a channel does not take is tried again for a week; what is
 * given up is told on the other channels. Nothing that goes wrong here reaches the round, and no channel waits for
 * another. For one thread at a time.
 */
public final class Announcer {

    /** How long a channel may be down without losing anything. */
    public static final Duration PATIENCE = Duration.ofDays(7);
    private static final String NOTICE = "gave-up:";

    private final Map<String, Channel> channels = new LinkedHashMap<>();
    private final Outbox outbox;
    private final Clock clock;
    private final Backoff backoff;

    public Announcer(List<Channel> channels, Outbox outbox, Clock clock, RandomGenerator random) {
        for (Channel channel : channels) {
            if (this.channels.put(channel.name(), channel) != null) {
                throw new IllegalArgumentException("two channels are called " + channel.name());
            }
        }
        this.outbox = outbox;
        this.clock = clock;
        this.backoff = new Backoff(random);
    }

    /** Puts it into the outbox for every channel, then tries whatever is due. */
    public AnnounceOutcome announce(Announcement announcement) {
        Pass pass = new Pass();
        pass.put(announcement, "");
        pass.tryDue();
        return pass.outcome();
    }

    /** Tries whatever is due. To be called in every round, also when there is nothing new. */
    public AnnounceOutcome tryDue() {
        Pass pass = new Pass();
        pass.tryDue();
        return pass.outcome();
    }

    /** One go through what is due. A channel that is down is left alone for the rest of it. */
    private final class Pass {

        private final List<String> postponed = new ArrayList<>();
        private final List<String> givenUp = new ArrayList<>();
        private final Set<String> failing = new HashSet<>();
        private int delivered;

        void put(Announcement announcement, String except) {
            if (announcement.isEmpty()) {
                return;
            }
            for (String channel : channels.keySet()) {
                try {
                    if (!channel.equals(except)) {
                        outbox.put(announcement, channel, clock.instant());
                    }
                } catch (IOException | RuntimeException e) {
                    givenUp.add(channel + ": the announcement could not be kept in the outbox: " + e.getMessage());
                }
            }
        }

        void tryDue() {
            try {
                for (Waiting waiting : outbox.due(clock.instant())) {
                    attempt(waiting);
                }
            } catch (IOException | RuntimeException e) {
                givenUp.add("the outbox cannot be read: " + e.getMessage());
            }
        }

        private void attempt(Waiting waiting) {
            if (failing.contains(waiting.channel())) {
                return;
            }
            try {
                Optional<AnnounceException> failure = failure(waiting);
                if (failure.isPresent()) {
                    failed(waiting, failure.get());
                } else {
                    outbox.delivered(waiting.id(), clock.instant());
                    delivered++;
                }
            } catch (IOException | RuntimeException e) {
                // Better told twice than never: it stays due.
                failing.add(waiting.channel());
                givenUp.add(waiting.channel() + ": the outbox cannot be read or written: " + e.getMessage());
            }
        }

        private Optional<AnnounceException> failure(Waiting waiting) {
            Channel channel = channels.get(waiting.channel());
            if (channel == null) {
                return Optional.of(AnnounceException.retryable("no such channel is configured any more"));
            }
            try {
                channel.send(outbox.announcement(waiting.announcement()));
                return Optional.empty();
            } catch (IOException e) {
                // Perhaps a later version wrote it. It must not stand in the way of those behind it.
                return Optional.of(AnnounceException.retryable("it cannot be read: " + e.getMessage(), e));
            } catch (AnnounceException e) {
                return Optional.of(e);
            } catch (RuntimeException e) {
                // A mistake in one channel must not silence the others; libraries below it may throw anything.
                return Optional.of(AnnounceException.retryable("it failed unexpectedly: " + e, e));
            }
        }

        private void failed(Waiting waiting, AnnounceException e) throws IOException {
            Instant now = clock.instant();
            boolean isTooOld = !now.isBefore(waiting.since().plus(PATIENCE));
            if (isTooOld || !e.isRetryable()) {
                giveUp(waiting, e.getMessage(), now);
                return;
            }
            failing.add(waiting.channel());
            Duration pause = backoff.after(waiting.attempts() + 1, e.retryAfter().orElse(Duration.ZERO));
            outbox.retryAt(waiting.id(), now.plus(pause), e.getMessage());
            postponed.add(waiting.channel() + ": tried again in about " + Math.max(1, pause.toMinutes()) + " min: "
                    + e.getMessage());
        }

        /** A notice about a notice would never end. */
        private void giveUp(Waiting waiting, String why, Instant now) throws IOException {
            String sentence = waiting.channel() + ": an announcement of " + waiting.since()
                    + " was given up after " + (waiting.attempts() + 1) + " attempts: " + why;
            givenUp.add(sentence);
            if (!waiting.announcement().startsWith(NOTICE)) {
                put(new Announcement(NOTICE + waiting.id(), tenant(waiting), now, List.of(), List.of(sentence)),
                        waiting.channel());
            }
            outbox.givenUp(waiting.id(), now, why);
        }

        private String tenant(Waiting waiting) {
            try {
                return outbox.announcement(waiting.announcement()).tenant();
            } catch (IOException unreadable) {
                return "?";
            }
        }

        AnnounceOutcome outcome() {
            return new AnnounceOutcome(delivered, postponed, givenUp);
        }
    }
}
