package org.mimawari.cluster;

import java.io.Serializable;
import java.util.Comparator;
import org.apache.spark.Partitioner;

/** By which the evidence of all parts is brought into the order of mailboxes, and within one into that of reading. */
record PieceKey(String mailbox, ReadRow.Kind kind, int part, long row) implements Serializable, Comparable<PieceKey> {

    @Override
    public int compareTo(PieceKey other) {
        int order = mailbox.compareTo(other.mailbox);
        order = order != 0 ? order : kind.compareTo(other.kind);
        order = order != 0 ? order : Integer.compare(part, other.part);
        return order != 0 ? order : Long.compare(row, other.row);
    }

    /** The order of the keys, as a cluster can send it around. */
    static final class Order implements Comparator<PieceKey>, Serializable {

        private static final long serialVersionUID = 1;

        @Override
        public int compare(PieceKey one, PieceKey other) {
            return one.compareTo(other);
        }
    }

    /** Keeps what is about one mailbox together. */
    static final class ByMailbox extends Partitioner {

        private static final long serialVersionUID = 1;
        private static final int MIXER = 0x9E3779B9;

        private final int partitions;

        ByMailbox(int partitions) {
            this.partitions = partitions;
        }

        @Override
        public int numPartitions() {
            return partitions;
        }

        @Override
        public int getPartition(Object key) {
            int mixed = ((PieceKey) key).mailbox().hashCode() * MIXER;
            return Math.floorMod(mixed ^ mixed >>> 15, partitions);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof ByMailbox same && same.partitions == partitions;
        }

        @Override
        public int hashCode() {
            return partitions;
        }
    }
}
