package org.mimawari.sieve;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.RuleAction.Type;
import org.mimawari.evidence.RuleCondition;
import org.mimawari.evidence.RuleCondition.Field;
import org.mimawari.evidence.RuleTrait;

/** What the extensions mean for a rule; each test names its RFC or vendor. */
class SieveExtensionsTest {

    private static SieveReading read(String script) {
        return new SieveReader(ScriptLibrary.EMPTY).read("main", script);
    }

    private static SieveRule only(String script) {
        assertThat(read(script).rules()).hasSize(1);
        return read(script).rules().get(0);
    }

    /** RFC 5228 section 2.7.3. */
    @Test
    void theComparatorIsNoHeader() {
        assertThat(only("if header :comparator \"i;octet\" :contains \"subject\" \"invoice\" { discard; }").conditions())
                .containsExactly(RuleCondition.of(Field.SUBJECT, List.of("invoice")));
        assertThat(only("if envelope :comparator \"i;ascii-casemap\" :is \"from\" \"\" { discard; }").conditions())
                .containsExactly(RuleCondition.of(Field.SENDER, List.of("")));
    }

    /** RFC 5231. */
    @Test
    void countingHeadersThatAreAlwaysThereIsNoChoice() {
        assertThat(only("if header :count \"ge\" :comparator \"i;ascii-numeric\" \"from\" \"1\" { discard; }").conditions()).isEmpty();
        assertThat(only("if header :count \"ge\" \"received\" \"9\" { discard; }").conditions()).isNotEmpty();
    }

    /** RFC 5173. */
    @Test
    void aBodyThatMayBeAnythingIsNoChoice() {
        assertThat(only("if body :raw :contains \"\" { discard; }").conditions()).isEmpty();
        assertThat(only("if body :content \"text\" :contains \"invoice\" { discard; }").conditions())
                .containsExactly(RuleCondition.of(Field.BODY, List.of("invoice")));
    }

    /** RFC 5229: set in a branch, it may be the one or the other. */
    @Test
    void aVariableMayHoldEachOfItsValues() {
        SieveReading reading = read("""
                require "variables";
                set "to" "thief@evil.example";
                if header :contains "subject" "x" { set "to" "own@shop.example"; }
                if false { set "to" "never@shop.example"; }
                redirect "${to}";
                """);
        assertThat(reading.rules().get(0).actions().get(0).targets()).containsExactly("thief@evil.example", "own@shop.example");
    }

    /** RFC 5229 section 3. */
    @Test
    void aVariableNeverSetIsEmpty() {
        assertThat(only("require \"variables\"; redirect \"thief@ev${x}il.example\";").actions().get(0).targets())
                .containsExactly("thief@evil.example");
        assertThat(only("require \"variables\"; redirect \"${1}@evil.example\";").actions().get(0).targets())
                .containsExactly("${1}@evil.example");
    }

    /** RFC 5229 section 4.1: case first, length last, whatever the order in the script. */
    @Test
    void modifiersAreAppliedByPrecedence() {
        assertThat(only("require \"variables\"; set :upperfirst :lower \"a\" \"THIEF@EVIL.example\"; redirect \"${a}\";")
                .actions().get(0).targets()).containsExactly("Thief@evil.example");
    }

    /** RFC 5228 section 2.4.2.4: encoded characters first, variables after them. */
    @Test
    void encodedCharactersAreUtf8AndMayHideAVariable() {
        assertThat(only("if header :contains \"subject\" \"${hex:E8 AB 8B}${unicode:6C42}\" { discard; }").conditions())
                .containsExactly(RuleCondition.of(Field.SUBJECT, List.of("請求")));
        assertThat(only("require \"variables\"; set \"a\" \"thief@evil.example\"; redirect \"${hex:24}{a}\";").actions().get(0)
                .targets()).containsExactly("thief@evil.example");
        assertThat(only("redirect \"a${unicode:D800}${hex:}@evil.example\";").actions().get(0).targets())
                .containsExactly("a${unicode:D800}${hex:}@evil.example");
    }

    /** RFC 5230 with RFC 5260. */
    @Test
    void aHolidayMayHaveAnEnd() {
        assertThat(read("""
                if allof (currentdate :value "ge" "date" "2026-01-01", currentdate :value "le" "date" "2026-01-31") {
                    vacation :days 3 :subject "Away" :addresses ["a@b.example"] :fcc "Sent" "Back in February";
                }
                """).vacations()).containsExactly(new Vacation("main", 2, true, Optional.of("Away"), Optional.empty(),
                "Back in February", Optional.of(Instant.parse("2026-02-01T00:00:00Z"))));
    }

    /** RFC 5435 and RFC 6068; the older draft's form. */
    @Test
    void notificationsReachEveryoneNamed() {
        assertThat(only("notify :importance \"1\" :message \"m\" \"mailto:a@evil.example,b%40evil.example?cc=c@evil.example&body=x\";")
                .actions().get(0).targets()).containsExactly("a@evil.example", "b@evil.example", "c@evil.example");
        assertThat(only("notify :method \"mailto\" :options [\"a@evil.example\"] :message \"hello\";").actions().get(0).targets())
                .containsExactly("mailto", "a@evil.example");
    }

    /** RFC 5463, RFC 5490: what the server can do says nothing about the message. */
    @Test
    void askingTheServerIsNoCondition() {
        assertThat(only("if ihave \"x\" { discard; }").conditions()).isEmpty();
        assertThat(only("if not mailboxexists \"x\" { discard; }").enabled()).isTrue();
    }

    /** RFC 7352. */
    @Test
    void whatIsNoDuplicateIsEveryMessage() {
        assertThat(only("if not duplicate :header \"message-id\" :seconds 60 { discard; }").conditions()).isEmpty();
        assertThat(only("if duplicate { discard; }").conditions()).isNotEmpty();
    }

    /** RFC 5703. */
    @Test
    void everyPartIsWalkedThrough() {
        assertThat(only("foreverypart :name \"p\" { if header :mime :contains \"content-type\" \"pdf\" { discard; break; } }")
                .conditions()).extracting(RuleCondition::field).containsExactly(Field.HEADER);
    }

    /** RFC 3894 and RFC 5228 section 2.10.2. */
    @Test
    void aStopKeepsALaterKeepFromBeingReached() {
        List<SieveRule> rules = read("if header :contains \"subject\" \"x\" { redirect \"a@evil.example\"; stop; } keep;").rules();
        assertThat(rules.get(0).traits()).contains(RuleTrait.KEEPS_NO_COPY);
        assertThat(only("keep; if size :over 1K { redirect \"a@evil.example\"; stop; }").traits())
                .doesNotContain(RuleTrait.KEEPS_NO_COPY);
    }

    @Test
    void aCopyThatIsSentOnBeforeADiscardDoesNotStay() {
        assertThat(only("redirect :copy \"a@evil.example\"; discard;").traits()).contains(RuleTrait.KEEPS_NO_COPY);
    }

    @Test
    void nothingRunsBehindABranchThatAlwaysStops() {
        assertThat(read("if true { stop; } discard;").rules()).singleElement().extracting(SieveRule::enabled).isEqualTo(false);
    }

    /** RFC 6609: read where it can never run, it is read again where it can. */
    @Test
    void anIncludeBehindFalseDoesNotHideTheOneThatRuns() {
        SieveReader reader = new SieveReader(name -> Optional.of("redirect \"thief@evil.example\";"));
        List<SieveRule> rules = reader.read("main", "if false { include \"a\"; } include \"a\";").rules();
        assertThat(rules).extracting(SieveRule::enabled).containsExactly(false, true);
        assertThat(rules).extracting(SieveRule::script).containsOnly("a");
    }

    /** vnd.dovecot.execute. */
    @Test
    void aProgramInAConditionIsRun() {
        assertThat(read("if execute :input \"x\" \"steal.sh\" { keep; }").rules()).flatExtracting(SieveRule::actions)
                .containsExactly(RuleAction.of(Type.EXECUTE, "steal.sh"));
    }

    /** vnd.dovecot.report; draft snooze and vnd.cyrus.implicit_keep_target. */
    @Test
    void vendorsActionsAreKnown() {
        assertThat(only("report \"abuse\" \"text\" \"a@evil.example\";").actions()).containsExactly(RuleAction.of(Type.NOTIFY, "a@evil.example"));
        assertThat(only("implicit_keep_target \"RSS\";").actions()).containsExactly(RuleAction.of(Type.MOVE, "RSS"));
        assertThat(read("require \"x\"; vnd.cyrus.log \"a\"; debug_log \"b\";").problems()).isEmpty();
    }

    /** RFC 8579. */
    @Test
    void theSpecialUseIsATargetToo() {
        assertThat(only("fileinto :specialuse \"\\\\Trash\" \"Old\";").actions()).containsExactly(RuleAction.of(Type.MOVE, "Old", "\\Trash"));
    }

    /** Zimbra. */
    @Test
    void aDisabledBranchIsShownAsDisabled() {
        SieveRule rule = only("# off\ndisabled_if header :contains \"subject\" \"x\" { discard; }");
        assertThat(rule.enabled()).isFalse();
        assertThat(rule.conditions()).isNotEmpty();
    }

    /** Open-Xchange. */
    @Test
    void aRuleWithoutConditionHasItsNameToo() {
        assertThat(only("## Flag: |UniqueId:2|Rulename: 転送\nredirect \"a@evil.example\";").name()).isEqualTo("転送");
    }

    @Test
    void alternativesOnOneFieldStayAlternativesUnderAnotherCondition() {
        assertThat(only("if allof (anyof (header :contains \"subject\" \"a\", header :contains \"subject\" \"b\"), size :over 1K) { discard; }")
                .conditions()).startsWith(RuleCondition.of(Field.SUBJECT, List.of("a", "b"))).hasSize(2);
    }

    @Test
    void aBrokenScriptStillShowsWhereItFilesAndDiscards() {
        assertThat(read("if header :contains \"a \"b\" { x\nfileinto \"RSS\";\ndiscard; \"").rules()).flatExtracting(SieveRule::actions)
                .contains(RuleAction.of(Type.MOVE, "RSS"), RuleAction.of(Type.DISCARD));
    }
}
