package org.mimawari.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.scan.TwoWays.Step;

/** Whatever happens and however it is cut into rounds, they find what one scan over all of it finds. */
class RoundsAgainstOneScanTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final int DAYS = 84;
    private static final int QUIET = 35;

    @TempDir
    private Path folder;

    private static ScanSettings settings(boolean knowsDomains) {
        return ScanSettings.of("shop", new OwnDomains(knowsDomains ? Set.of("shop.example") : Set.of()), TOKYO);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void findWhatOneScanFinds(long seed) throws Exception {
        live(seed, folder);
    }

    @Test
    @Tag("heavy")
    void findWhatOneScanFindsForHours() throws Exception {
        long first = Long.getLong("seed", 100);
        for (long seed = first; seed < first + Long.getLong("seeds", 200); seed++) {
            live(seed, folder.resolve("seed" + seed));
        }
    }

    private static void live(long seed, Path folder) throws Exception {
        folder.toFile().mkdirs();
        Random chance = new Random(seed);
        boolean isClean = chance.nextBoolean();
        TwoWays both = new TwoWays(folder, settings(chance.nextInt(4) > 0));
        Cut cut = new Cut(new RandomTenant(seed).weeks(DAYS, QUIET), chance, isClean);
        Instant time = RandomTenant.FIRST.plus(Duration.ofDays(QUIET));
        Instant end = RandomTenant.FIRST.plus(Duration.ofDays(DAYS + 20));
        int goneOn = 0;
        while (time.isBefore(end)) {
            time = time.plus(Duration.ofHours(6 + chance.nextInt(90)));
            both.at(time);
            if (chance.nextInt(12) == 0) {
                both.openIncident("ken@shop.example", chance.nextBoolean() ? Optional.of(time.minus(Duration.ofDays(9)))
                        : Optional.empty());
            }
            if (chance.nextInt(15) == 0) {
                both.filingAnew();
            }
            TwoWays.Both found = both.round(cut.until(time));
            goneOn += both.goneOn();
            try {
                if (isClean) {
                    found.areEqual();
                } else {
                    found.findTheSame();
                }
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed + ", round at " + time, e);
            }
        }
        assertThat(goneOn).as("mailboxes that went on").isPositive();
    }

    /** What a round is shown: mostly what is new, some of it late, some of it twice, and settings that come and go. */
    private static final class Cut {

        private final List<Evidence> waiting;
        private final Random chance;
        private final boolean isClean;
        private final List<Evidence> late = new ArrayList<>();
        private final List<Evidence> settings = new ArrayList<>();
        private final List<Evidence> shownBefore = new ArrayList<>();

        Cut(List<Evidence> all, Random chance, boolean isClean) {
            this.waiting = new ArrayList<>(all);
            this.chance = chance;
            this.isClean = isClean;
        }

        List<Step> until(Instant time) {
            List<Evidence> now = new ArrayList<>(late.stream().filter(piece -> chance.nextInt(3) > 0).toList());
            late.removeAll(now);
            int until = 0;
            while (until < waiting.size() && waiting.get(until).time().filter(time::isBefore).isEmpty()) {
                Evidence piece = waiting.get(until++);
                (chance.nextInt(40) == 0 ? late : now).add(piece);
            }
            waiting.subList(0, until).clear();
            Map<String, List<Evidence>> more = new TreeMap<>();
            now.forEach(piece -> more.computeIfAbsent(piece.ref().source(), any -> new ArrayList<>()).add(piece));
            return steps(more, now);
        }

        private List<Step> steps(Map<String, List<Evidence>> more, List<Evidence> now) {
            List<Step> steps = new ArrayList<>();
            settings.addAll(more.getOrDefault("settings.csv", List.of()));
            if (chance.nextInt(9) == 0) {
                more.remove("settings.csv");
                settings.removeIf(piece -> chance.nextInt(5) == 0);
                steps.add(Step.instead("settings.csv", List.copyOf(settings)));
            }
            more.forEach((source, pieces) -> steps.add(Step.more(source, pieces)));
            if (!isClean && chance.nextInt(3) == 0) {
                steps.add(Step.more("second.log",
                        shownBefore.stream().filter(any -> chance.nextInt(50) == 0).toList()));
            }
            if (!isClean && chance.nextInt(9) == 0) {
                steps.add(Step.instead("second.log", List.of()));
            }
            shownBefore.addAll(now);
            return steps;
        }
    }
}
