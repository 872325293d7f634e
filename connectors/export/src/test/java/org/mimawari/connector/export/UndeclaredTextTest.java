package org.mimawari.connector.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

/** Tables as Excel in Japan, and everybody else, saves them. */
class UndeclaredTextTest {

    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");
    private static final String RULES = "Name,SubjectContainsWords,MoveToFolder\n①髙橋,請求;振込,RSS フィード\n";

    @Test
    void readsShiftJis() throws IOException {
        assertThat(read(RULES.getBytes(SHIFT_JIS))).isEqualTo(RULES);
    }

    @Test
    void leavesUtf8AsItIs() throws IOException {
        assertThat(read(RULES.getBytes(UTF_8))).isEqualTo(RULES);
    }

    @Test
    void decidesAtTheFirstCharacterThatNeedsIt() throws IOException {
        String table = "a,b\n".repeat(50_000) + RULES.repeat(20_000);

        assertThat(read(table.getBytes(SHIFT_JIS))).isEqualTo(table);
        assertThat(read(table.getBytes(UTF_8))).isEqualTo(table);
    }

    @Test
    void passesOnWhatIsNeither() throws IOException {
        byte[] neither = {'a', (byte) 0xFF, (byte) 0xFE, 'b'};

        assertThat(new UndeclaredText(new ByteArrayInputStream(neither)).readAllBytes()).isEqualTo(neither);
    }

    @Test
    void servesWhatCameBeforeTheBreak() throws IOException {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("cut");
            }
        };
        InputStream text = new UndeclaredText(
                new SequenceInputStream(new ByteArrayInputStream(RULES.getBytes(UTF_8)), broken));

        assertThat(new String(text.readNBytes(RULES.getBytes(UTF_8).length), UTF_8)).isEqualTo(RULES);
        assertThatThrownBy(text::read).hasMessage("cut");
    }

    private static String read(byte[] bytes) throws IOException {
        return new String(new UndeclaredText(new ByteArrayInputStream(bytes)).readAllBytes(), UTF_8);
    }
}
