package org.mimawari.cluster;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.export.folder.ExportPart;
import org.mimawari.connector.export.folder.ExportParts;
import org.mimawari.scan.ScanResult;
import org.mimawari.scan.SharedScan;
import scala.Tuple2;

/**
 * One scan as jobs of a cluster: divide long files, read parts, read those again in which records of others come again,
 * bring the evidence into the order of mailboxes, judge. What is learnt and judged comes back to this program, which
 * sums up.
 */
final class ClusterScan {

    private static final int DEEP = 2;

    private final JavaSparkContext spark;
    private final Workplace workplace;
    private final Sizes sizes;
    private final List<ExportParts> exports;

    /**
     * How the work is cut.
     *
     * @param stretch bytes of a file that one task reads
     * @param mailbox bytes of evidence of one mailbox that an executor can hold in its compact form
     * @param judges how many tasks judge mailboxes; 0 for as many as there are to read
     */
    record Sizes(long stretch, long mailbox, int judges) {}

    ClusterScan(JavaSparkContext spark, Workplace workplace, Sizes sizes) throws ConnectorException {
        this.spark = spark;
        this.workplace = workplace;
        this.sizes = sizes;
        this.exports = workplace.parts();
    }

    ScanResult scan(SharedScan scan) throws ConnectorException {
        List<PartWork> work = plan(scan.planning());
        JavaRDD<ReadRow> first = kept(spread(work).mapPartitions(new PartsReading(workplace)::readAll));
        JavaRDD<ReadRow> rows = withoutRepeats(first, work);
        report(rows, scan.concluding());
        byte[] learnt = rows.filter(row -> row.kind() == ReadRow.Kind.LEARNT).map(ReadRow::bytes)
                .treeReduce(SharedScan::together, DEEP);
        int judges = sizes.judges > 0 ? sizes.judges : Math.max(1, first.getNumPartitions());
        return scan.judge(learnt, sizes.mailbox, brief -> judged(rows, brief, judges));
    }

    private static JavaRDD<ReadRow> kept(JavaRDD<ReadRow> rows) {
        return rows.persist(StorageLevel.DISK_ONLY());
    }

    private List<PartWork> plan(EvidenceSink sink) throws ConnectorException {
        List<PartWork> work = new ArrayList<>();
        for (int export = 0; export < exports.size(); export++) {
            sink.enter("export");
            for (ExportPart part : divided(export, exports.get(export).plan(sink))) {
                work.add(new PartWork(work.size(), export, part));
            }
        }
        return work;
    }

    private record Stretch(int part, int number) implements java.io.Serializable {}

    /** Long files of one record a line are divided where a record ends. */
    private List<ExportPart> divided(int export, List<ExportPart> parts) {
        List<Stretch> stretches = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            int many = parts.get(part).stretches(sizes.stretch);
            for (int number = 0; many > 1 && number < many; number++) {
                stretches.add(new Stretch(part, number));
            }
        }
        Map<Integer, List<ExportPart.Cut>> cuts = stretches.isEmpty() ? Map.of() : cuts(export, parts, stretches);
        List<ExportPart> divided = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            divided.addAll(cuts.containsKey(part) ? parts.get(part).divided(cuts.get(part)) : List.of(parts.get(part)));
        }
        return divided;
    }

    private Map<Integer, List<ExportPart.Cut>> cuts(int export, List<ExportPart> parts, List<Stretch> stretches) {
        Workplace there = workplace;
        long length = sizes.stretch;
        Map<Integer, ExportPart> wanted = new HashMap<>();
        stretches.forEach(stretch -> wanted.put(stretch.part(), parts.get(stretch.part())));
        Broadcast<Map<Integer, ExportPart>> all = spark.broadcast(wanted);
        List<ExportPart.Cut> cuts = spark.parallelize(stretches, stretches.size()).map(each -> there.parts().get(export)
                .cut(all.value().get(each.part()), each.number() * length, (each.number() + 1) * length)).collect();
        Map<Integer, List<ExportPart.Cut>> byPart = new TreeMap<>();
        for (int i = 0; i < cuts.size(); i++) {
            byPart.computeIfAbsent(stretches.get(i).part(), any -> new ArrayList<>()).add(cuts.get(i));
        }
        return byPart;
    }

    /** Many small parts make one task. */
    private JavaRDD<PartWork> spread(List<PartWork> work) {
        List<List<PartWork>> tasks = new ArrayList<>();
        long room = 0;
        for (PartWork each : work) {
            if (tasks.isEmpty() || each.part().bytes() > room) {
                tasks.add(new ArrayList<>());
                room = sizes.stretch;
            }
            tasks.get(tasks.size() - 1).add(each);
            room -= each.part().bytes();
        }
        return spark.parallelize(tasks, Math.max(1, tasks.size())).flatMap(List::iterator);
    }

    /**
     * Parts with repeated records are read once more by a reader that is told which they are, as one program would
     * be.
     */
    private JavaRDD<ReadRow> withoutRepeats(JavaRDD<ReadRow> rows, List<PartWork> work) {
        var repeats = new Repeats(Math.max(1, rows.getNumPartitions() / 4)).of(rows).persist(StorageLevel.DISK_ONLY());
        Set<Integer> concerned = Set.copyOf(repeats.keys().distinct().collect());
        if (concerned.isEmpty()) {
            return rows;
        }
        Map<Integer, PartWork> parts = new HashMap<>();
        concerned.forEach(part -> parts.put(part, work.get(part)));
        Broadcast<Map<Integer, PartWork>> all = spark.broadcast(parts);
        PartsReading reading = new PartsReading(workplace);
        JavaRDD<ReadRow> again = kept(repeats.groupByKey(concerned.size()).mapPartitions(each -> reading.read(
                new TaskIterator(each, all.value()))));
        return rows.filter(row -> !all.value().containsKey(row.part())).union(again);
    }

    private record TaskIterator(Iterator<Tuple2<Integer, Iterable<long[]>>> groups, Map<Integer, PartWork> work)
            implements Iterator<PartsReading.Task> {

        @Override
        public boolean hasNext() {
            return groups.hasNext();
        }

        @Override
        public PartsReading.Task next() {
            Tuple2<Integer, Iterable<long[]>> group = groups.next();
            List<long[]> chunks = new ArrayList<>();
            group._2().forEach(chunks::add);
            return new PartsReading.Task(work.get(group._1()),
                    chunks.stream().flatMapToLong(Arrays::stream).sorted().toArray());
        }
    }

    private void report(JavaRDD<ReadRow> rows, EvidenceSink sink) {
        List<ReadRow> all = new ArrayList<>(rows.filter(row -> row.kind() == ReadRow.Kind.SHOWN).collect());
        all.sort((one, other) -> Integer.compare(one.part(), other.part()));
        Map<Integer, List<ReadRow>> byExport = all.stream().collect(Collectors.groupingBy(row -> (int) row.number()));
        IntStream.range(0, exports.size()).forEach(export -> exports.get(export).report(
                byExport.getOrDefault(export, List.of()).stream().map(ClusterScan::shown).toList(), sink));
    }

    private static ExportParts.Shown shown(ReadRow row) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(row.bytes()))) {
            return (ExportParts.Shown) in.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the machines of the cluster run different versions", e);
        }
    }

    private Iterator<byte[]> judged(JavaRDD<ReadRow> rows, SharedScan.Brief brief, int judges) {
        Broadcast<byte[]> told = spark.broadcast(brief.bytes());
        Broadcast<Map<String, String>> names = spark.broadcast(new HashMap<>(brief.mailboxes()));
        return rows.filter(ReadRow::isEvidence)
                .mapToPair(row -> new Tuple2<>(new PieceKey(names.value().getOrDefault(row.owner(), row.owner()),
                        row.kind(), row.part(), row.number()), row.bytes()))
                .repartitionAndSortWithinPartitions(new PieceKey.ByMailbox(judges), new PieceKey.Order())
                .mapPartitions(sorted -> (Iterator<byte[]>) new MailboxJudging(sorted,
                        SharedScan.judging(told.value())))
                .collect().iterator();
    }

    /** The name under which every machine finds a file it was given. */
    static String given(JavaSparkContext spark, Path file) {
        spark.addFile(file.toAbsolutePath().toUri().toString());
        return file.getFileName().toString();
    }
}
