package org.mimawari.indicator.forwarding;

import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.RuleCondition.Field.SUBJECT;
import static org.mimawari.indicator.rules.RuleStory.DELETE;
import static org.mimawari.indicator.rules.RuleStory.POLICY;
import static org.mimawari.indicator.rules.RuleStory.always;
import static org.mimawari.indicator.rules.RuleStory.forwardTo;
import static org.mimawari.indicator.rules.RuleStory.moveTo;
import static org.mimawari.indicator.rules.RuleStory.only;
import static org.mimawari.indicator.rules.RuleStory.rule;
import static org.mimawari.indicator.rules.RuleStory.snapshot;
import static org.mimawari.indicator.rules.RuleStory.story;
import static org.mimawari.indicator.rules.RuleStory.when;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.RuleTrait;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Policy;
import org.mimawari.indicator.rules.RuleStory;

class RuleForwardsOutsideTest {

    private final RuleForwardsOutside indicator = new RuleForwardsOutside(POLICY);

    @ParameterizedTest
    @ValueSource(strings = {"x@elsewhere.example", "smtp:X@Elsewhere.example",
            "\"info@shop.example\" [SMTP:x@elsewhere.example]",
        "Info <x@elsewhere.example>", "x@evilshop.example", "x@shop.example.evil.test",
                "a@shop.example; x@elsewhere.example"})
    void findsTheOutsideAddressHoweverItIsWritten(String target) {
        assertThat(only(indicator, snapshot("x", always(), forwardTo(target)))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@shop.example", "a@mail.shop.example", "Sales team", "",
            "\"Tanaka\" [EX:/o=Shop/cn=tanaka]",
        "09012345678"})
    void leavesInsideAlone(String target) {
        assertThat(indicator.examine(snapshot("x", always(), forwardTo(target)))).isEmpty();
    }

    @Test
    void staysMediumForAnAssistantAtAFreeMailbox() {
        MailboxStory story = story().sends(40, 1, "2026-04-01T00:00:00Z", ofHours(5));
        Finding finding = only(indicator, story.makesRule("2026-05-01T04:00:00Z", "203.0.113.9", "秘書", always(),
                forwardTo("assistant@gmail.com")).evidence()).orElseThrow();
        assertThat(finding.level()).isEqualTo(Level.MEDIUM);
        assertThat(Level.of(finding.points() * 100)).isEqualTo(Level.MEDIUM);
    }

    @Test
    void countsACarriersPhoneLess() {
        assertThat(only(indicator, snapshot("x", always(), forwardTo("t@docomo.ne.jp"))).orElseThrow().points())
                .isLessThan(0.25);
    }

    @ParameterizedTest
    @ValueSource(strings = {"box@mail.freee.co.jp", "a@moneyforward.com", "receipts@concur.com", "receipts@expensify.com"})
    void countsReceiptsForABookkeepingServiceLittle(String inbox) {
        assertThat(only(indicator, snapshot("領収書", when(SUBJECT, "領収書"), forwardTo(inbox))).orElseThrow().multipliers())
                .asString().contains("document-service");
    }

    @Test
    void countsEverythingForABookkeepingServiceFully() {
        assertThat(only(indicator, snapshot("x", always(), forwardTo("receipts@concur.com"))).orElseThrow().multipliers())
                .asString().doesNotContain("document-service");
        assertThat(only(indicator, snapshot("x", when(SUBJECT, "領収書"), forwardTo("receipts@concur.com"), DELETE))
                .orElseThrow().multipliers()).asString().doesNotContain("document-service");
        assertThat(only(indicator, snapshot("x", when(SUBJECT, "領収書"), forwardTo("receipts@concur.com", "x@far.example")))
                .orElseThrow().multipliers()).asString().doesNotContain("document-service");
    }

    @Test
    void showsWhatIsApprovedWithoutWeight() {
        Policy approving = new Policy(OwnDomains.of("shop.example"), ZoneId.of("Asia/Tokyo"), Set.of("archive.example"),
                Set.of(), Set.of());
        Finding finding = only(new RuleForwardsOutside(approving), snapshot("x", always(),
                forwardTo("a@archive.example")))
                .orElseThrow();
        assertThat(finding.points()).isZero();
        assertThat(finding.level()).isEqualTo(Level.INFO);
    }

    @Test
    void isNotExcusedByOneApprovedTargetAmongTwo() {
        Policy approving = new Policy(OwnDomains.of("shop.example"), ZoneId.of("Asia/Tokyo"), Set.of("archive.example"),
                Set.of(), Set.of());
        assertThat(only(new RuleForwardsOutside(approving), snapshot("x", always(),
                forwardTo("a@archive.example", "x@elsewhere.example"))).orElseThrow().points()).isPositive();
    }

    @Test
    void countsAnInactiveScriptLess() {
        MailboxStory story = story();
        story.with(rule(story, "", "old", Change.PRESENT, always(), List.of(forwardTo("x@elsewhere.example")),
                RuleTrait.INACTIVE_SCRIPT));
        assertThat(only(indicator, story.evidence()).orElseThrow().points()).isLessThan(0.2).isPositive();
    }

    @Test
    void countsTheOwnersUsualPlaceAndAdministratorsLess() {
        var owner = story().livesQuietly("2026-04-01", 10)
                .makesRule("2026-05-01T04:00:00Z", "192.0.2.10", "x", always(), forwardTo("x@elsewhere.example"))
                        .evidence();
        MailboxStory admin = story();
        admin.with(new MailboxRule(admin.at("2026-05-01T04:00:00Z"), "x", true, always(),
                List.of(forwardTo("x@elsewhere.example")), true, Set.of(), Change.ADDED,
                Actor.user("admin@shop.example", Actor.Role.ADMIN)));
        assertThat(only(indicator, owner).orElseThrow().multiplier()).isEqualTo(0.6);
        assertThat(only(indicator, admin.evidence()).orElseThrow().multiplier()).isEqualTo(0.5);
    }

    @Test
    void leavesFoldersAlone() {
        assertThat(indicator.examine(snapshot("x", always(), moveTo("a@b.example"),
                RuleAction.of(RuleAction.Type.DELETE))))
                .isEmpty();
    }

    @Test
    void cannotSayWithoutRules() {
        assertThat(RuleStory.without(EvidenceKind.MAILBOX_RULE, indicator)).isInstanceOf(Assessment.NotAssessed.class);
    }
}
