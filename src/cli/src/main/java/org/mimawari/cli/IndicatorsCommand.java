package org.mimawari.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Policy;
import org.mimawari.indicator.TenantIndicator;
import org.mimawari.indicator.catalogue.IndicatorPage;
import org.mimawari.indicator.catalogue.Indicators;
import org.mimawari.report.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mimawari indicators}: the list of what is looked for. */
@Command(name = "indicators", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = "Lists the indicators: id, family, level of one finding, ATT&CK techniques, title.")
final class IndicatorsCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--lang", paramLabel = "en|ja", defaultValue = "en", description = "Language of the titles.")
    private Language language = Language.EN;

    IndicatorsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Policy policy = Policy.forDomains(OwnDomains.of());
        Stream.concat(Indicators.all(policy).stream().map(Indicator::profile),
                Indicators.ofTenant(policy).stream().map(TenantIndicator::profile)).forEach(this::print);
        return ExitCode.NOTHING_FOUND;
    }

    private void print(IndicatorProfile profile) {
        String title = IndicatorPage.find(profile.id())
                .map(page -> page.title(language.name().toLowerCase(Locale.ROOT))).orElse("");
        console.out().printf(Locale.ROOT, "%-32s %-10s %-8s %-22s %s%n", profile.id(), profile.family().word(),
                profile.level(), String.join(",", profile.attack()), title);
    }
}
