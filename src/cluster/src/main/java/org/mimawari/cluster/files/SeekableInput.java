package org.mimawari.cluster.files;

import java.io.FilterInputStream;
import java.io.IOException;
import org.apache.hadoop.fs.FSDataInputStream;

/** Goes to a place without reading what lies before it, which may be terabytes on another machine. */
final class SeekableInput extends FilterInputStream {

    private final FSDataInputStream file;

    SeekableInput(FSDataInputStream file) {
        super(file);
        this.file = file;
    }

    @Override
    public void skipNBytes(long bytes) throws IOException {
        if (bytes > 0) {
            file.seek(file.getPos() + bytes);
        }
    }
}
