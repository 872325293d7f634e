package org.mimawari.indicator.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.MailFlowRule.Type.INBOUND_CONNECTOR;
import static org.mimawari.evidence.MailFlowRule.Type.OUTBOUND_POLICY;
import static org.mimawari.evidence.MailFlowRule.Type.TRANSPORT_RULE;
import static org.mimawari.evidence.RuleCondition.Field.IS_BOUNCE;
import static org.mimawari.evidence.RuleCondition.Field.SENDER;
import static org.mimawari.evidence.RuleCondition.Field.SUBJECT;
import static org.mimawari.evidence.story.MailboxStory.mailbox;
import static org.mimawari.indicator.forwarding.ForwardingStory.routes;
import static org.mimawari.indicator.forwarding.ForwardingStory.sendsAs;
import static org.mimawari.indicator.forwarding.ForwardingStory.waits;
import static org.mimawari.indicator.rules.RuleStory.DELETE;
import static org.mimawari.indicator.rules.RuleStory.MARK_READ;
import static org.mimawari.indicator.rules.RuleStory.POLICY;
import static org.mimawari.indicator.rules.RuleStory.TO_RSS;
import static org.mimawari.indicator.rules.RuleStory.always;
import static org.mimawari.indicator.rules.RuleStory.forwardTo;
import static org.mimawari.indicator.rules.RuleStory.when;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.Parameter;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.MailboxDigester;
import org.mimawari.indicator.TenantIndicator;
import org.mimawari.indicator.catalogue.IndicatorPage;
import org.mimawari.indicator.rules.RuleIndicators;

/** Every fact that a page's sentence names is in the finding, in both languages. */
class FindingWordsTest {

    private static final Pattern FACT = Pattern.compile("\\{([A-Za-z]+)}");

    @Test
    void namesOnlyFactsThatAreThere() {
        Set<String> seen = new HashSet<>();
        for (Finding finding : findings()) {
            IndicatorPage page = IndicatorPage.find(finding.indicator().id()).orElseThrow();
            Set<String> facts = new HashSet<>(finding.reason().facts().keySet());
            facts.add("mailbox");
            assertThat(facts).as(finding.indicator().id()).containsAll(named(page.finding("en")))
                    .containsAll(named(page.finding("ja")));
            seen.add(finding.indicator().id());
        }
        assertThat(seen).hasSizeGreaterThan(18);
    }

    @Test
    void saysTheSameInBothLanguages() {
        List<Indicator> all = new ArrayList<>(RuleIndicators.all(POLICY));
        all.addAll(ForwardingIndicators.all(POLICY));
        for (Indicator indicator : all) {
            IndicatorPage page = IndicatorPage.find(indicator.profile().id()).orElseThrow();
            assertThat(named(page.finding("ja"))).as(page.id()).isEqualTo(named(page.finding("en")));
        }
    }

    @Test
    void givesTheSameFindingsInAnyOrderOfTheEvidence() {
        List<String> forwards = ids(evidence("a@shop.example"));
        MailboxEvidence.Builder reversed = MailboxEvidence.of(evidence("a@shop.example").mailbox().orElseThrow());
        List<Evidence> pieces = new ArrayList<>(evidence("a@shop.example").all());
        Collections.reverse(pieces);
        pieces.forEach(reversed::add);
        assertThat(ids(reversed.build())).isEqualTo(forwards);
    }

    private static List<String> ids(MailboxEvidence evidence) {
        return indicators().stream().flatMap(each -> each.examine(evidence).stream()).map(Finding::id).toList();
    }

    private static List<Indicator> indicators() {
        List<Indicator> all = new ArrayList<>(RuleIndicators.all(POLICY));
        all.addAll(ForwardingIndicators.all(POLICY));
        return all;
    }

    private static List<Finding> findings() {
        List<Finding> found = new ArrayList<>();
        MailboxEvidence one = evidence("a@shop.example");
        indicators().forEach(each -> found.addAll(each.examine(one)));
        var digests = List.of(MailboxDigester.digest(one, List.of()),
                MailboxDigester.digest(evidence("b@shop.example"), List.of()));
        List<TenantIndicator> tenant = new ArrayList<>(RuleIndicators.ofTenant(POLICY));
        tenant.addAll(ForwardingIndicators.ofTenant(POLICY));
        tenant.forEach(each -> found.addAll(each.examine(digests)));
        return found;
    }

    private static MailboxEvidence evidence(String address) {
        MailboxStory story = mailbox(address).livesQuietly("2026-04-01", 10)
                .makesRule("2026-05-01T04:00:00Z", "203.0.113.9", ".", when(SUBJECT, "invoice"), TO_RSS, MARK_READ)
                .makesRule("2026-05-01T04:01:00Z", "203.0.113.9", "b", always(), DELETE)
                .makesRule("2026-05-01T04:02:00Z", "203.0.113.9", "c", when(IS_BOUNCE), DELETE)
                .makesRule("2026-05-01T04:03:00Z", "203.0.113.9", "d", when(SENDER, "keiri@shop.example"), DELETE)
                .makesRule("2026-05-01T04:04:00Z", "203.0.113.9", "e", when(SENDER, "it@shop.example"), DELETE)
                .makesRule("2026-05-01T04:05:00Z", "203.0.113.9", "f", always(), TO_RSS)
                .makesRule("2026-05-01T04:06:00Z", "203.0.113.9", "g", when(SUBJECT, "payment"),
                        forwardTo("x@sh0p.example"), DELETE)
                .makesRule("2026-05-01T04:07:00Z", "203.0.113.9", "h", always(),
                        RuleAction.of(RuleAction.Type.EXECUTE, "a.exe"))
                .forwardsTo("2026-05-01T05:00:00Z", "y@elsewhere.example", false);
        waits(story, "z@elsewhere.example");
        sendsAs(story, "info@elsewhere.example", "r@elsewhere.example");
        routes(story, "2026-05-01T06:00:00Z", TRANSPORT_RULE, List.of("x@elsewhere.example"));
        routes(story, "2026-05-01T06:00:00Z", INBOUND_CONNECTOR, List.of());
        routes(story, "2026-05-01T06:00:00Z", OUTBOUND_POLICY, List.of(), new Parameter("AutoForwardingMode", "On"));
        return story.evidence();
    }

    private static Set<String> named(String sentence) {
        return FACT.matcher(sentence).results().map((MatchResult match) -> match.group(1)).collect(Collectors.toSet());
    }
}
