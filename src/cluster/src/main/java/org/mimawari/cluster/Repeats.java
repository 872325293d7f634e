package org.mimawari.cluster;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/**
 * Finds the records that several parts have: all but the first of them, in the order in which one program would have
 * read them, are repeated. Records travel as three numbers: fingerprint, part, number within the part.
 */
final class Repeats implements Serializable {

    private static final long serialVersionUID = 1;
    private static final int NUMBERS = 3;

    private final int buckets;

    /** @param buckets how many pieces of work the comparison falls into */
    Repeats(int buckets) {
        this.buckets = buckets;
    }

    /** The numbers of repeated records by part; several arrays for one part. */
    JavaPairRDD<Integer, long[]> of(JavaRDD<ReadRow> rows) {
        return rows.filter(row -> row.kind() == ReadRow.Kind.FINGERPRINTS)
                .flatMapToPair(row -> bucketed(records(row)))
                .groupByKey(buckets)
                .flatMapToPair(bucket -> repeated(joined(bucket._2())));
    }

    private static long[] records(ReadRow row) {
        ByteBuffer pairs = ByteBuffer.wrap(row.bytes());
        long[] records = new long[pairs.remaining() / (2 * Long.BYTES) * NUMBERS];
        for (int i = 0; i < records.length; i += NUMBERS) {
            records[i] = pairs.getLong();
            records[i + 1] = row.part();
            records[i + 2] = pairs.getLong();
        }
        return records;
    }

    private Iterator<Tuple2<Integer, long[]>> bucketed(long[] records) {
        int[] ends = new int[buckets];
        for (int i = 0; i < records.length; i += NUMBERS) {
            ends[bucket(records[i])] += NUMBERS;
        }
        List<Tuple2<Integer, long[]>> sorted = new ArrayList<>();
        for (int bucket = 0; bucket < buckets; bucket++) {
            sorted.add(new Tuple2<>(bucket, new long[ends[bucket]]));
        }
        for (int i = 0; i < records.length; i += NUMBERS) {
            int bucket = bucket(records[i]);
            ends[bucket] -= NUMBERS;
            System.arraycopy(records, i, sorted.get(bucket)._2(), ends[bucket], NUMBERS);
        }
        sorted.removeIf(each -> each._2().length == 0);
        return sorted.iterator();
    }

    private int bucket(long fingerprint) {
        return Math.floorMod(Long.hashCode(fingerprint * 0x9E3779B97F4A7C15L), buckets);
    }

    private static long[] joined(Iterable<long[]> chunks) {
        List<long[]> all = new ArrayList<>();
        chunks.forEach(all::add);
        return all.stream().flatMapToLong(Arrays::stream).toArray();
    }

    private static Iterator<Tuple2<Integer, long[]>> repeated(long[] records) {
        Set<Long> suspects = suspects(records);
        List<long[]> several = new ArrayList<>();
        for (int i = 0; i < records.length && !suspects.isEmpty(); i += NUMBERS) {
            if (suspects.contains(records[i])) {
                several.add(Arrays.copyOfRange(records, i, i + NUMBERS));
            }
        }
        several.sort(Arrays::compare);
        Map<Integer, LongStream.Builder> repeated = new TreeMap<>();
        for (int i = 1; i < several.size(); i++) {
            long[] record = several.get(i);
            if (record[0] == several.get(i - 1)[0]) {
                repeated.computeIfAbsent((int) record[1], any -> LongStream.builder()).add(record[2]);
            }
        }
        return repeated.entrySet().stream().map(each -> new Tuple2<>(each.getKey(), each.getValue().build().toArray()))
                .iterator();
    }

    /** Fingerprints that come more than once. */
    private static Set<Long> suspects(long[] records) {
        long[] fingerprints = new long[records.length / NUMBERS];
        for (int i = 0; i < fingerprints.length; i++) {
            fingerprints[i] = records[i * NUMBERS];
        }
        Arrays.sort(fingerprints);
        Set<Long> suspects = new HashSet<>();
        for (int i = 1; i < fingerprints.length; i++) {
            if (fingerprints[i] == fingerprints[i - 1]) {
                suspects.add(fingerprints[i]);
            }
        }
        return suspects;
    }
}
