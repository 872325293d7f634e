package org.mimawari.report.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.Words;
import org.mimawari.incident.Cause;
import org.mimawari.incident.ResponseStep;
import org.mimawari.incident.Verdict;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Level;

class WordingTest {

    private static final Path FILES = Path.of("src/main/resources/org/mimawari/report");
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Pattern PLACE = Pattern.compile("\\{[0-9]}");
    private static final Pattern USED = Pattern.compile("w\\.phrase\\(\"([a-z.-]+)\"\\)");

    private final Wording english = Wording.in(Language.ENGLISH);
    private final Wording japanese = Wording.in(Language.JAPANESE);

    @Test
    void everyConstantHasItsWordsInBothLanguages() {
        for (Wording wording : List.of(english, japanese)) {
            constants().forEach(constant -> assertThat(wording.of(constant)).isNotBlank());
        }
    }

    @Test
    void everyStepAndCauseIsExplainedAndEveryKindCanBeObtained() {
        for (Wording wording : List.of(english, japanese)) {
            for (ResponseStep step : ResponseStep.values()) {
                assertThat(wording.of(step, ".detail")).isNotBlank();
            }
            for (Cause.Hypothesis cause : Cause.Hypothesis.values()) {
                assertThat(wording.of(cause, ".detail")).isNotBlank();
            }
            for (EvidenceKind kind : EvidenceKind.values()) {
                assertThat(wording.phrase("obtain." + kind.word())).isNotBlank();
            }
        }
    }

    @Test
    void everyActionAndProtocolThatAFactMayNameHasItsWords() {
        for (Wording wording : List.of(english, japanese)) {
            for (RuleAction.Type type : RuleAction.Type.values()) {
                assertThat(wording.phrase("fact.actions." + Words.of(type))).isNotBlank();
            }
            for (SignIn.Protocol protocol : SignIn.Protocol.values()) {
                assertThat(wording.phrase("fact.protocol." + Words.of(protocol))).isNotBlank();
            }
        }
    }

    @Test
    void bothLanguagesHaveTheSamePhrases() {
        TreeSet<String> plain = new TreeSet<>(english.keys());
        plain.removeIf(key -> key.endsWith(".one"));
        assertThat(new TreeSet<>(japanese.keys())).isEqualTo(plain);
    }

    @Test
    void bothLanguagesFillTheSamePlaces() {
        for (String key : japanese.keys()) {
            assertThat(places(japanese.phrase(key))).as(key).isEqualTo(places(english.phrase(key)));
        }
    }

    @Test
    void noPhraseIsWrittenTwice() throws IOException {
        for (Language language : Language.values()) {
            Path file = FILES.resolve("wording." + language.tag() + ".properties");
            List<String> keys = Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf('='))).toList();
            assertThat(keys).doesNotHaveDuplicates();
        }
    }

    @Test
    void everyPhraseATemplateNamesExists() throws IOException {
        try (Stream<Path> templates = Files.list(TEMPLATES)) {
            for (Path template : templates.toList()) {
                List<String> keys = USED.matcher(Files.readString(template)).results()
                        .map(match -> match.group(1)).toList();
                assertThat(english.keys()).as(template.toString()).containsAll(keys);
            }
        }
    }

    @Test
    void translatesTheReasonsTheProgramItselfGives() {
        String own = Coverage.changesOnly("audit: may.csv", "audit", EvidenceKind.MAILBOX_RULE).reason().orElseThrow();
        assertThat(japanese.reason(own)).startsWith("変更の記録のみ");
        assertThat(japanese.reason("audit: may.csv: " + own)).startsWith("audit: may.csv: 変更の記録のみ");
        assertThat(japanese.reason("17 records could not be read")).isEqualTo("17件の記録を読み取れませんでした");
        assertThat(japanese.reason("trace.csv: covers only 2026-11-20 – 2026-11-20; other logs speak of 2026-11-01 – 2026-11-30"))
                .isEqualTo("trace.csv: 2026-11-20 – 2026-11-20 のみ。ほかのログは 2026-11-01 – 2026-11-30 に及びます");
        assertThat(japanese.reason("could not be read whole: 3 messages were not read: the server fell silent"))
                .isEqualTo("最後まで読めませんでした: 3通を読めませんでした: サーバーが応答しなくなりました");
        assertThat(japanese.reason("the server refused the sign-in (AUTH-TOO-WEAK)"))
                .isEqualTo("サーバーがサインインを拒否しました (AUTH-TOO-WEAK)");
        assertThat(japanese.reason("HTTP 403: licence missing")).isEqualTo("HTTP 403: licence missing");
        assertThat(english.reason(own)).isEqualTo(own);
    }

    @Test
    void showsFactorsAndRemarksOfLaterVersionsAsTheyAre() {
        assertThat(japanese.multiplier("full-moon")).isEqualTo("full moon");
        assertThat(japanese.note("clock-skew", "5 min")).isEqualTo("clock-skew: 5 min");
    }

    private static Stream<Enum<?>> constants() {
        return Stream.<Enum<?>[]>of(Verdict.values(), Level.values(), Family.values(), MailboxKind.values(),
                Coverage.State.values(), EvidenceKind.values(), AttackStage.values(), ResponseStep.values(),
                Cause.Hypothesis.values()).flatMap(Stream::of);
    }

    private static TreeSet<String> places(String phrase) {
        return new TreeSet<>(PLACE.matcher(phrase).results().map(MatchResult::group).toList());
    }
}
