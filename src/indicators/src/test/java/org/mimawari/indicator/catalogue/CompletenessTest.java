package org.mimawari.indicator.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Policy;
import org.mimawari.indicator.TenantIndicator;

/** Every indicator has a class, a page, words in both languages and a test class; and nothing stands outside the list. */
class CompletenessTest {

    private static final Path PAGES = Path.of("../../docs/indicators");
    private static final Path TESTS = Path.of("src/test/java/org/mimawari/indicator");
    private static final Path CLASSES = Path.of("src/main/java/org/mimawari/indicator");

    private final Policy policy = Policy.forDomains(OwnDomains.of("shop.example"));

    @Test
    void everyIndicatorHasAPageWithAllHeadingsInOrder() {
        for (IndicatorProfile profile : profiles()) {
            IndicatorPage page = IndicatorPage.find(profile.id()).orElseThrow(() -> new AssertionError(
                    "no page docs/indicators/" + profile.id() + ".md"));
            List<String> headings = page.text().lines().filter(line -> line.startsWith("## "))
                    .map(line -> line.substring(3).strip()).toList();
            assertThat(headings).as(profile.id()).containsExactlyElementsOf(IndicatorPage.HEADINGS);
        }
    }

    @Test
    void everyIndicatorHasItsWordsInBothLanguages() {
        for (IndicatorProfile profile : profiles()) {
            assertThat(IndicatorPage.find(profile.id()).orElseThrow().words()).as(profile.id())
                    .containsKeys("title", "title.ja", "finding", "finding.ja");
        }
    }

    @Test
    void everyIndicatorHasItsOwnIdAndATestClass() throws IOException {
        List<String> tests = names(TESTS);
        List<String> ids = profiles().stream().map(IndicatorProfile::id).toList();
        assertThat(ids).doesNotHaveDuplicates();
        for (Object indicator : indicators()) {
            assertThat(tests).contains(indicator.getClass().getSimpleName() + "Test.java");
        }
    }

    @Test
    void everyClassThatIsAnIndicatorIsInTheList() throws IOException {
        List<String> listed = indicators().stream().map(each -> each.getClass().getSimpleName() + ".java").toList();
        try (Stream<Path> files = Files.walk(CLASSES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String code = Files.readString(file);
                if (code.contains(" implements Indicator {") || code.contains(" implements TenantIndicator {")) {
                    assertThat(listed).contains(file.getFileName().toString());
                }
            }
        }
    }

    @Test
    void everyPageBelongsToAnIndicator() throws IOException {
        List<String> ids = profiles().stream().map(IndicatorProfile::id).toList();
        for (String page : names(PAGES)) {
            if (!page.equals("README.md")) {
                assertThat(ids).contains(page.replace(".md", ""));
            }
        }
    }

    private List<Object> indicators() {
        List<Object> all = new ArrayList<>(Indicators.all(policy));
        all.addAll(Indicators.ofTenant(policy));
        return all;
    }

    private List<IndicatorProfile> profiles() {
        return Stream.concat(Indicators.all(policy).stream().map(Indicator::profile),
                Indicators.ofTenant(policy).stream().map(TenantIndicator::profile)).toList();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(path -> path.getFileName().toString()).toList();
        }
    }
}
