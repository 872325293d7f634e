package org.mimawari.scan;

/**
 * The fingerprints of the records seen so far: eight bytes each, in one array. Beyond {@value #MOST} records it stops
 * remembering new ones and says so, rather than take all memory.
 */
public final class SeenRecords {

    public static final int MOST = 100_000_000;

    private final int most;
    private long[] table;
    private int size;
    private boolean hasZero;
    private boolean full;

    /** @param most how many fingerprints to remember */
    public SeenRecords(int most) {
        this(most, 0);
    }

    /**
     * @param most how many fingerprints to remember
     * @param expected about how many will come, so that the table need not grow
     */
    SeenRecords(int most, long expected) {
        this.most = most;
        int slots = 1 << 12;
        while (slots / 3 * 2 < Math.min(expected, most)) {
            slots *= 2;
        }
        this.table = new long[slots];
    }

    /** Remembers a fingerprint; false where it was there already. */
    public boolean add(long fingerprint) {
        if (fingerprint == 0) {
            boolean isNew = !hasZero;
            hasZero = true;
            return isNew;
        }
        int slot = slot(table, fingerprint);
        if (table[slot] == fingerprint) {
            return false;
        }
        if (size >= most) {
            full = true;
            return true;
        }
        table[slot] = fingerprint;
        if (++size > table.length / 3 * 2) {
            grow();
        }
        return true;
    }

    /** True where duplicates of late records may have gone unnoticed. */
    boolean isFull() {
        return full;
    }

    private void grow() {
        long[] bigger = new long[table.length * 2];
        for (long each : table) {
            if (each != 0) {
                bigger[slot(bigger, each)] = each;
            }
        }
        table = bigger;
    }

    private static int slot(long[] table, long fingerprint) {
        int mask = table.length - 1;
        int slot = (int) (fingerprint ^ fingerprint >>> 32) & mask;
        while (table[slot] != 0 && table[slot] != fingerprint) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
