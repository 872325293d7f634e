package org.mimawari.cluster;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;

/**
 * Something that was read of a part, to be brought together with other parts.
 *
 * @param owner the name under which evidence is filed; empty for that of nobody, and for all but evidence
 * @param number of the row within its part
 */
record ReadRow(Kind kind, int part, String owner, long number, byte[] bytes) implements Serializable {

    /** What the bytes hold. */
    enum Kind { SETTINGS, ACTIVITY, FINGERPRINTS, LEARNT, SHOWN }

    boolean isEvidence() {
        return kind == Kind.SETTINGS || kind == Kind.ACTIVITY;
    }

    void write(DataOutput out) throws IOException {
        out.writeByte(kind.ordinal());
        out.writeInt(part);
        out.writeUTF(owner);
        out.writeLong(number);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static ReadRow read(DataInput in) throws IOException {
        Kind kind = Kind.values()[in.readByte()];
        int part = in.readInt();
        String owner = in.readUTF();
        long number = in.readLong();
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return new ReadRow(kind, part, owner, number, bytes);
    }
}
