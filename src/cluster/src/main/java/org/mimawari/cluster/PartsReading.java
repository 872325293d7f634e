package org.mimawari.cluster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import org.apache.spark.TaskContext;
import org.apache.spark.util.TaskCompletionListener;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.export.folder.ExportParts;
import org.mimawari.scan.SharedScan;

/** Reads parts with the readers of the export connector. */
final class PartsReading implements Serializable {

    private static final long serialVersionUID = 1;
    private static final long[] NONE = {};
    private static final long HELD = 64L << 20;

    private final Workplace workplace;

    PartsReading(Workplace workplace) {
        this.workplace = workplace;
    }

    /**
     * A part to read, and which of its records are known from parts before.
     *
     * @param repeated their numbers, which ascend
     */
    record Task(PartWork work, long[] repeated) {}

    /** Reads parts of which nothing is known yet. */
    Iterator<ReadRow> readAll(Iterator<PartWork> work) throws ConnectorException, IOException {
        return read(new Iterator<>() {

            @Override
            public boolean hasNext() {
                return work.hasNext();
            }

            @Override
            public Task next() {
                return new Task(work.next(), NONE);
            }
        });
    }

    /** Reads the parts one after the other; the rows stay until the task ends. */
    Iterator<ReadRow> read(Iterator<Task> tasks) throws ConnectorException, IOException {
        List<ExportParts> exports = workplace.parts();
        RowStore store = new RowStore(HELD);
        TaskContext.get().addTaskCompletionListener((TaskCompletionListener) ended -> store.close());
        try (Workplace.Places places = workplace.openPlaces()) {
            while (tasks.hasNext()) {
                read(tasks.next(), exports, places, store::add);
            }
        }
        return store.rows();
    }

    private static void read(Task task, List<ExportParts> exports, Workplace.Places places, Consumer<ReadRow> rows)
            throws IOException {
        int part = task.work.number();
        LongPredicate isRepeated = record -> Arrays.binarySearch(task.repeated, record) >= 0;
        SharedScan.Reading reading = SharedScan.reading(part, places.table(), isRepeated, new SharedScan.Taker() {

            @Override
            public void fingerprints(long[] fingerprints, long[] records) {
                rows.accept(new ReadRow(ReadRow.Kind.FINGERPRINTS, part, "", 0, pairs(fingerprints, records)));
            }

            @Override
            public void settings(String owner, long row, byte[] pieces) {
                rows.accept(new ReadRow(ReadRow.Kind.SETTINGS, part, owner, row, pieces));
            }

            @Override
            public void activity(String owner, long row, byte[] pieces) {
                rows.accept(new ReadRow(ReadRow.Kind.ACTIVITY, part, owner, row, pieces));
            }
        });
        ExportParts.Shown shown = exports.get(task.work.export()).read(task.work.part(), reading);
        rows.accept(new ReadRow(ReadRow.Kind.LEARNT, part, "", 0, reading.end()));
        rows.accept(new ReadRow(ReadRow.Kind.SHOWN, part, "", task.work.export(), serialised(shown)));
    }

    private static byte[] pairs(long[] some, long[] others) {
        ByteBuffer buffer = ByteBuffer.allocate(some.length * 2 * Long.BYTES);
        for (int i = 0; i < some.length; i++) {
            buffer.putLong(some[i]).putLong(others[i]);
        }
        return buffer.array();
    }

    private static byte[] serialised(Serializable value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        return bytes.toByteArray();
    }
}
