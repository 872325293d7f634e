package org.mimawari.connector.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Text that does not say how it is encoded, as UTF-8. The first block with anything but ASCII decides for all the rest:
 * what is no UTF-8 and is windows-31j without a fault is brought to UTF-8, anything else passes unchanged.
 */
final class UndeclaredText extends InputStream {

    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");
    private static final int BLOCK = 64 * 1024;

    private final InputStream in;
    private final PatientInput patient;
    private final byte[] block = new byte[BLOCK];
    private InputStream text = InputStream.nullInputStream();
    private boolean decided;

    UndeclaredText(InputStream in) {
        this.in = in;
        this.patient = new PatientInput(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = text.read(target, offset, length);
        while (count < 0 && !decided && next()) {
            count = text.read(target, offset, length);
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** What the stream gave before it broke off is served first. */
    private boolean next() throws IOException {
        int size = patient.fill(block, 0);
        if (size == 0) {
            patient.check();
            return false;
        }
        text = new ByteArrayInputStream(block, 0, size);
        if (!isAscii(size)) {
            decided = true;
            InputStream whole = new SequenceInputStream(text, patient.rest());
            boolean japanese = !isWritten(StandardCharsets.UTF_8, size) && isWritten(SHIFT_JIS, size);
            text = japanese ? new TranscodingStream(new InputStreamReader(whole, SHIFT_JIS)) : whole;
        }
        return true;
    }

    private boolean isAscii(int size) {
        for (int i = 0; i < size; i++) {
            if (block[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /** The last character may be cut. */
    private boolean isWritten(Charset charset, int size) {
        return !charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(block, 0, size), CharBuffer.allocate(size), false).isError();
    }
}
