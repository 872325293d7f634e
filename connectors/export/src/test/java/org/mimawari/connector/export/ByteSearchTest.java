package org.mimawari.connector.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ByteSearchTest {

    @Test
    void findsAByteAtEveryPlace() {
        for (int length = 0; length < 70; length++) {
            for (int place = 0; place < length; place++) {
                byte[] bytes = new byte[length];
                Arrays.fill(bytes, (byte) 0x8B);
                bytes[place] = '\n';
                assertThat(ByteSearch.find(bytes, 0, length, '\n')).isEqualTo(place);
                assertThat(ByteSearch.findEither(bytes, 0, length, 'x', '\n')).isEqualTo(place);
                assertThat(ByteSearch.find(bytes, place + 1, length, '\n')).isEqualTo(-1);
                assertThat(ByteSearch.count(bytes, 0, length, '\n')).isEqualTo(1);
            }
        }
    }

    @Test
    void passesOverEscapedQuotes() {
        byte[] bytes = "a\\\"b\\\\\\\"c\\\\\" d\"".getBytes(UTF_8);

        assertThat(ByteSearch.findQuote(bytes, 0, bytes.length)).isEqualTo(11);
        assertThat(ByteSearch.findQuote("\\\"".getBytes(UTF_8), 0, 2)).isEqualTo(-1);
    }

    @Test
    void makesOneQuoteOfTwo() {
        for (int gap = 0; gap < 20; gap++) {
            String once = ("x".repeat(gap) + "\"").repeat(9) + "yz";
            byte[] twice = once.replace("\"", "\"\"").getBytes(UTF_8);

            int end = ByteSearch.undoubleQuotes(twice, 0, twice.length);

            assertThat(new String(twice, 0, end, UTF_8)).isEqualTo(once);
        }
    }

    @Test
    void comparesNamesOfEveryLength() {
        byte[] text = "xabcdefghijklmnopqrstuvwxyz".getBytes(UTF_8);
        for (int length = 0; length <= 26; length++) {
            byte[] name = Arrays.copyOfRange(text, 1, 1 + length);
            assertThat(ByteSearch.same(name, text, 1)).isTrue();
            if (length > 0) {
                name[length - 1]++;
                assertThat(ByteSearch.same(name, text, 1)).isFalse();
            }
        }
    }
}
