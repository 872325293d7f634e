package org.mimawari.indicator.signin;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mimawari.evidence.SignIn;

/**
 * Finds where sign-ins come from too many networks at once: {@value #NETWORKS} networks or two countries within an
 * hour, or {@value #ADDRESSES} addresses in at least two networks within a day. The addresses of one network count
 * once, as a telephone changes them. Linear.
 */
final class Scatter {

    private static final int NETWORKS = 3;
    private static final int ADDRESSES = 10;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final Window lastHour = new Window(HOUR);
    private final Window lastDay = new Window(DAY);

    private Scatter() {}

    /** The sign-ins of a while, with how often each network, country and address occurs. */
    private static final class Window {

        private final Duration span;
        private final Deque<SignIn> pieces = new ArrayDeque<>();
        private final Map<String, Integer> networks = new HashMap<>();
        private final Map<String, Integer> countries = new HashMap<>();
        private final Map<String, Integer> addresses = new HashMap<>();

        Window(Duration span) {
            this.span = span;
        }

        void add(SignIn piece) {
            while (!pieces.isEmpty() && isTooOld(pieces.peekFirst(), piece)) {
                count(pieces.removeFirst(), -1);
            }
            pieces.addLast(piece);
            count(piece, 1);
        }

        private boolean isTooOld(SignIn old, SignIn now) {
            return old.time().orElseThrow().isBefore(now.time().orElseThrow().minus(span));
        }

        private void count(SignIn piece, int by) {
            change(networks, network(piece), by);
            piece.place().country().ifPresent(country -> change(countries, country, by));
            piece.ip().ifPresent(ip -> change(addresses, ip.text(), by));
        }

        private static void change(Map<String, Integer> counts, String key, int by) {
            counts.merge(key, by, (a, b) -> a + b == 0 ? null : a + b);
        }
    }

    /** The episodes, each from the first sign-in that is part of it to the last; a day of quiet ends one. */
    static List<List<SignIn>> episodes(List<SignIn> inTime) {
        Scatter scatter = new Scatter();
        List<List<SignIn>> episodes = new ArrayList<>();
        boolean running = false;
        for (SignIn piece : inTime) {
            running = running && !isQuietBefore(episodes.get(episodes.size() - 1), piece);
            scatter.lastHour.add(piece);
            scatter.lastDay.add(piece);
            if (running) {
                episodes.get(episodes.size() - 1).add(piece);
            } else if (scatter.isScattered()) {
                episodes.add(new ArrayList<>(scatter.isScatteredInAnHour() ? scatter.lastHour.pieces
                        : scatter.lastDay.pieces));
                running = true;
            }
        }
        return episodes;
    }

    /** The autonomous system, or roughly one provider's range where that is not known. */
    static String network(SignIn signIn) {
        return signIn.place().network().map(number -> "AS" + number)
                .or(() -> signIn.ip().map(WideRange::of)).orElse("");
    }

    private boolean isScattered() {
        return isScatteredInAnHour() || lastDay.addresses.size() >= ADDRESSES && lastDay.networks.size() > 1;
    }

    private boolean isScatteredInAnHour() {
        return lastHour.networks.size() >= NETWORKS || lastHour.countries.size() > 1;
    }

    private static boolean isQuietBefore(List<SignIn> episode, SignIn piece) {
        SignIn last = episode.get(episode.size() - 1);
        return piece.time().orElseThrow().isAfter(last.time().orElseThrow().plus(DAY));
    }
}
