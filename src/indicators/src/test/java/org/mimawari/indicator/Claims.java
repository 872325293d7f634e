package org.mimawari.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mimawari.evidence.Gap;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.catalogue.IndicatorPage;
import org.mimawari.indicator.signin.SignInIndicators;

/** Lets an indicator look at a story, and makes sure that its sentence can be completed for everything it finds. */
public final class Claims {

    private static final Pattern FACT = Pattern.compile("\\{([A-Za-z]+)}");

    private Claims() {}

    public static List<Finding> found(Indicator indicator, MailboxStory story) {
        List<Finding> findings = indicator.examine(story.evidence());
        findings.forEach(Claims::sentenceIsComplete);
        return findings;
    }

    public static List<Finding> found(TenantIndicator indicator, MailboxStory... stories) {
        List<Finding> findings = indicator.examine(Stream.of(stories).map(Claims::digest)
                .sorted(Comparator.comparing(each -> each.mailbox().map(MailboxAddress::text).orElse(""))).toList());
        findings.forEach(Claims::sentenceIsComplete);
        return findings;
    }

    /** The kinds that were missing, as the examiner reports them. */
    public static List<Gap> missing(Indicator indicator, MailboxStory story) {
        return ((Assessment.NotAssessed) new Examiner(List.of(indicator)).assess(story.evidence()).get(0)).missing();
    }

    private static MailboxDigest digest(MailboxStory story) {
        MailboxEvidence evidence = story.evidence();
        List<Finding> findings = SignInIndicators.all(Policy.forDomains(OwnDomains.of("shop.example"))).stream()
                .flatMap(each -> each.examine(evidence).stream()).toList();
        return MailboxDigester.digest(evidence, findings);
    }

    private static void sentenceIsComplete(Finding finding) {
        IndicatorPage page = IndicatorPage.find(finding.indicator().id()).orElseThrow();
        for (String language : List.of("en", "ja")) {
            Matcher facts = FACT.matcher(page.finding(language));
            while (facts.find()) {
                String name = facts.group(1);
                assertThat(name.equals("mailbox") || finding.reason().find(name).isPresent())
                        .as("%s names {%s}", page.id(), name).isTrue();
            }
        }
    }
}
