package org.mimawari.cluster.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import org.apache.hadoop.fs.FSDataInputStream;

/** A file of Hadoop as a channel, as archives are read through. */
final class HadoopChannel implements SeekableByteChannel {

    private final FSDataInputStream file;
    private final long size;
    private boolean open = true;

    HadoopChannel(FSDataInputStream file, long size) {
        this.file = file;
        this.size = size;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        byte[] bytes = new byte[target.remaining()];
        int count = file.read(bytes, 0, bytes.length);
        if (count > 0) {
            target.put(bytes, 0, count);
        }
        return count;
    }

    @Override
    public long position() throws IOException {
        return file.getPos();
    }

    @Override
    public SeekableByteChannel position(long place) throws IOException {
        file.seek(place);
        return this;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() throws IOException {
        open = false;
        file.close();
    }

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long length) {
        throw new NonWritableChannelException();
    }
}
