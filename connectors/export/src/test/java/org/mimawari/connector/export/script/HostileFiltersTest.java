package org.mimawari.connector.export.script;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Filter files made to break a reader. */
@Tag("heavy")
class HostileFiltersTest {

    private static final List<FilterLanguage> LANGUAGES = List.of(new ForwardFile(), new Procmail(), new EximFilter());
    private static final String SEED = """
            # Exim filter
            if $h_subject: contains "x" and not personal alias a@b.example then deliver a@evil.example finish endif
            X=`a` Y="b"
            :0 fwc: lock
            * ! 1^2 ^(From|Subject):.*(a|b)
            * B ?? x
            { :0 A
            | (formail -rt; echo x) | $SENDMAIL -t ${X}
            }
            "|/usr/bin/vacation a", \\info, :include:/x, a@evil.example
            mail to a@b.example text "x" vacation seen save /dev/null 600
            """;
    private static final String ALPHABET = "\"{}()|!*$:#\\,;<>? \n\0aE0\u3042\uD83D";

    private static String mutated(Random random) {
        StringBuilder text = new StringBuilder(SEED);
        for (int i = random.nextInt(15); i >= 0 && text.length() > 2; i--) {
            int at = random.nextInt(text.length());
            if (random.nextBoolean()) {
                text.insert(at, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            } else {
                text.delete(at, Math.min(text.length(), at + random.nextInt(8)));
            }
        }
        return text.toString();
    }

    @Test
    void mutatedFiltersNeverThrow() {
        Random random = new Random(20260114);
        assertTimeoutPreemptively(ofSeconds(60), () -> {
            for (int i = 0; i < 20_000; i++) {
                String text = mutated(random);
                LANGUAGES.forEach(language -> assertThat(Filters.read(language, text)).isNotNull());
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {":0\n", ":0\n{\n", "}\n", ":0 c\n! a@evil.example\n", ":0 A\n* a\nx\n", ":0 E\n* a\nx\n", "\\\n", "X=$X$X\n",
            "if a is b then ", "elif a is b then deliver c ", "else ", "endif ", "deliver a@evil.example ", "\"", "\"a\\", "${", "(",
            "not ", "a,", "|x\n", "* a\n", "|a|b;c`d\n", "mail to a ", "# x\n", "$", "if a is b then deliver c endif\n"})
    void anyPieceRepeatedIsReadInTime(String piece) {
        String text = piece.repeat((1 << 20) / piece.length());
        for (FilterLanguage language : LANGUAGES) {
            assertTimeoutPreemptively(ofSeconds(10), () -> Filters.read(language, text));
            assertTimeoutPreemptively(ofSeconds(10), () -> Filters.read(language, ":0\n* " + text.replace('\n', ' ') + "\nx\n"));
        }
    }
}
