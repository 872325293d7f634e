package org.mimawari.report.wording;

import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mimawari.indicator.Fact;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.catalogue.IndicatorPage;

/**
 * Words a finding: the sentence of its indicator's page with the facts of its reason put in. What a mail system wrote
 * is made visible and cut, so that the sentence is one harmless line of at most {@value #LONGEST} characters.
 */
public final class FindingText {

    /** The longest sentence, in characters. */
    public static final int LONGEST = 600;
    private static final int LONGEST_FACT = 160;
    private static final int LONGEST_ITEM = 80;
    /** How indicators write that the evidence does not say. */
    private static final String NOT_KNOWN = "–";
    private static final Set<String> NAMES = Set.of("rule", "name", "folder", "subject");

    private static final Set<String> PERSONS = Set.of("actor", "reader", "user", "author", "grantee");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    private final Phrasing phrasing;
    private final Map<String, Optional<IndicatorPage>> pages = new ConcurrentHashMap<>();

    public FindingText(Phrasing phrasing) {
        this.phrasing = phrasing;
    }

    /** What the indicator is called; its id where it has no page. */
    public String title(String indicator) {
        return page(indicator).map(page -> page.title(phrasing.language().tag())).orElse(indicator);
    }

    public String sentence(Finding finding) {
        return page(finding.indicator().id())
                .map(page -> Sentence.fill(template(page, finding), name -> value(finding, name)))
                .map(text -> isSwitchedOff(finding) ? phrasing.wording().phrase("sentence.switched-off", text.strip()) : text)
                .map(text -> VisibleText.of(text.strip(), LONGEST))
                .orElseGet(() -> VisibleText.of(facts(finding), LONGEST));
    }

    private String template(IndicatorPage page, Finding finding) {
        String template = page.finding(phrasing.language().tag());
        return phrasing.language() == Language.ENGLISH ? Singular.of(template, name -> isOne(finding, name)) : template;
    }

    private static boolean isOne(Finding finding, String name) {
        return finding.reason().find(name).filter(fact -> fact instanceof Fact.Number number && number.value() == 1)
                .isPresent();
    }

    /** What the page says of a rule or forwarding in force must not be said of one that does nothing. */
    private static boolean isSwitchedOff(Finding finding) {
        return finding.multipliers().stream().anyMatch(factor -> factor.name().equals("switched-off"));
    }

    /** A fact as readers of the language expect it; empty where it says nothing. */
    private Optional<String> written(String name, Fact fact) {
        if (fact instanceof Fact.Text text) {
            return written(name, text.value());
        }
        if (fact instanceof Fact.Texts texts) {
            List<String> items = texts.values().stream()
                    .map(item -> VisibleText.of(translated(name, item), LONGEST_ITEM)).toList();
            return items.isEmpty() ? Optional.empty() : Optional.of(phrasing.list(items));
        }
        return Optional.of(measure(fact));
    }

    /** A name can be blank on purpose; anything else that is blank is not known. */
    private Optional<String> written(String name, String value) {
        if (value.equals(NOT_KNOWN)) {
            return Optional.empty();
        }
        if (!value.isBlank()) {
            return Optional.of(VisibleText.of(translated(name, value), LONGEST_FACT));
        }
        return NAMES.contains(name) ? Optional.of(phrasing.wording().phrase("fact.empty")) : Optional.empty();
    }

    /** Countries, and words of the evidence such as {@code move: RSS}, in the reader's language. */
    private String translated(String name, String value) {
        if (name.startsWith("country") && COUNTRY.matcher(value).matches()) {
            return new ULocale("", value).getDisplayCountry(new ULocale(phrasing.language().tag()));
        }
        int colon = value.indexOf(": ");
        String word = colon < 0 ? value : value.substring(0, colon);
        String rest = value.substring(word.length());
        return phrasing.wording().find("fact." + name + "." + word.replace(' ', '-')).map(known -> known + rest)
                .orElse(value);
    }

    private String measure(Fact fact) {
        if (fact instanceof Fact.Number number) {
            return Phrasing.number(number.value());
        }
        if (fact instanceof Fact.Share share) {
            return Phrasing.share(share.value());
        }
        if (fact instanceof Fact.Time time) {
            return phrasing.moment(time.value());
        }
        return fact instanceof Fact.Span span ? phrasing.span(span.value()) : "";
    }

    private Optional<String> value(Finding finding, String name) {
        if (name.equals("mailbox") && finding.reason().find("whose").isPresent()) {
            return Optional.of(phrasing.wording().phrase("mailbox.untold"));
        }
        if (name.equals("mailbox")) {
            return Optional.of(finding.mailbox().map(mailbox -> VisibleText.of(mailbox.text(), LONGEST_FACT))
                    .orElseGet(() -> phrasing.wording().phrase("mailbox.none")));
        }
        if (name.startsWith(Sentence.BEGINNING)) {
            return PERSONS.contains(name.substring(Sentence.BEGINNING.length()))
                    ? phrasing.wording().find("fact.somebody") : Optional.empty();
        }
        return finding.reason().find(name).flatMap(fact -> written(name, fact));
    }

    /** For an indicator without a page, such as one of a later version: its title and facts are better than nothing. */
    private String facts(Finding finding) {
        String facts = finding.reason().facts().entrySet().stream()
                .flatMap(entry -> written(entry.getKey(), entry.getValue()).stream()
                        .map(text -> entry.getKey() + ": " + text))
                .collect(Collectors.joining("; "));
        return facts.isEmpty() ? title(finding.indicator().id()) : title(finding.indicator().id()) + " – " + facts;
    }

    private Optional<IndicatorPage> page(String indicator) {
        return pages.computeIfAbsent(indicator, IndicatorPage::find);
    }
}
