package org.mimawari.connector.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Brings UTF-16, marked UTF-8 and, in tables, Shift_JIS to plain UTF-8; every other encoding passes unchanged. Excel in
 * Japan saves tables as windows-31j (code page 932) and says so nowhere.
 */
final class TextStream {

    private TextStream() {}

    static InputStream utf8(InputStream raw, boolean isTable) throws IOException {
        PushbackInputStream in = new PushbackInputStream(raw, 4);
        byte[] head = in.readNBytes(4);
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            in.unread(head, 3, head.length - 3);
            return in;
        }
        if (startsWith(head, 0xFF, 0xFE) || startsWith(head, 0xFE, 0xFF)) {
            Charset charset = head[0] == (byte) 0xFF ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
            in.unread(head, 2, head.length - 2);
            return new TranscodingStream(new InputStreamReader(in, charset));
        }
        in.unread(head);
        boolean unmarked16 = head.length == 4 && head[1] == 0 && head[3] == 0 && head[0] != 0 && head[2] != 0;
        if (unmarked16) {
            return new TranscodingStream(new InputStreamReader(in, StandardCharsets.UTF_16LE));
        }
        return isTable ? new UndeclaredText(in) : in;
    }

    private static boolean startsWith(byte[] head, int... mark) {
        if (head.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((head[i] & 255) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
