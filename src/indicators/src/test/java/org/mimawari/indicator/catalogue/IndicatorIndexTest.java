package org.mimawari.indicator.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Policy;
import org.mimawari.indicator.TenantIndicator;

/**
 * The index of all indicators is made from their profiles and pages. To write it anew after a change:
 * {@code mvn -pl src/indicators -am test -Dtest=IndicatorIndexTest -Dindex.write=true}.
 */
class IndicatorIndexTest {

    private static final Path INDEX = Path.of("../../docs/indicator-index.md");
    private static final String INTRODUCTION = """
            # Index of indicators

            Made from the indicators themselves by `IndicatorIndexTest`; do not edit it. Weight and confidence are those of one
            finding before its circumstances count. "Needs" names the evidence without which an indicator says "not
            assessed". A title leads to the page of the indicator, which says when it is harmless and what it misses.
            """;

    @Test
    void isUpToDate() throws IOException {
        if (Boolean.getBoolean("index.write")) {
            Files.writeString(INDEX, index());
        }
        assertThat(Files.readString(INDEX)).isEqualTo(index());
    }

    private static String index() {
        Policy policy = Policy.forDomains(OwnDomains.of("shop.example"));
        List<IndicatorProfile> profiles = Stream.concat(Indicators.all(policy).stream().map(Indicator::profile),
                Indicators.ofTenant(policy).stream().map(TenantIndicator::profile))
                .sorted(Comparator.comparing(IndicatorProfile::id)).toList();
        StringBuilder text = new StringBuilder(INTRODUCTION);
        for (Family family : Family.values()) {
            List<IndicatorProfile> own = profiles.stream().filter(profile -> profile.family() == family).toList();
            text.append("\n## ").append(family.word()).append("\n\nTogether at most ")
                    .append(Math.round(family.cap() * 100)).append(" points.\n\n")
                    .append("| id | title | level | weight | ATT&CK | needs | settings and limits |\n|---|---|---|---|---|---|---|\n");
            own.forEach(profile -> text.append(row(profile)));
        }
        return text.toString();
    }

    private static String row(IndicatorProfile profile) {
        IndicatorPage page = IndicatorPage.find(profile.id()).orElseThrow();
        String needs = profile.needs().stream().sorted().map(EvidenceKind::word).collect(Collectors.joining(", "));
        return "| `" + profile.id() + "` | [" + page.title("en") + "](indicators/" + profile.id() + ".md) | "
                + profile.level().name().toLowerCase(Locale.ROOT) + " | " + profile.weight() + " × "
                + String.format(Locale.ROOT, "%.2f", profile.confidence()) + " | " + String.join(", ", profile.attack()) + " | "
                + needs + " | " + limits(page) + " |\n";
    }

    /** The section "Settings" of the page, on one line. */
    private static String limits(IndicatorPage page) {
        String text = page.text();
        int from = text.indexOf("## Settings");
        int to = text.indexOf("## Sources");
        return text.substring(from + "## Settings".length(), to).strip().replaceAll("\\s+", " ").replace("|", "\\|");
    }
}
