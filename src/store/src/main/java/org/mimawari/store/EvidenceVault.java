package org.mimawari.store;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.MailboxAddress;

/**
 * Keeps the evidence of a scan until it is judged, a mailbox at a time. Append-only. Evidence is filed by the local part
 * of its mailbox into partitions; beyond a budget of memory the partitions go to files that only this user can read
 * and that are deleted on {@link #close}. Not safe for several threads.
 */
public final class EvidenceVault implements AutoCloseable {

    private static final int PARTITIONS = 64;

    private final Path folder;
    private final long budget;
    private final CompactWriter[] open = new CompactWriter[PARTITIONS];
    private final List<List<byte[]>> segments = new ArrayList<>();
    private long held;
    private boolean onDisk;

    /**
     * @param folder an empty folder of this scan's own, deleted on close
     * @param budget bytes to keep in memory before files are used
     */
    public EvidenceVault(Path folder, long budget) {
        this.folder = folder;
        this.budget = budget;
        for (int i = 0; i < PARTITIONS; i++) {
            open[i] = new CompactWriter();
            segments.add(new ArrayList<>());
        }
    }

    /** @throws UncheckedIOException where the evidence cannot be kept, for example on a full disk */
    public void add(Evidence evidence) {
        CompactWriter writer = open[partition(evidence)];
        int before = writer.size();
        writer.write(evidence);
        held += writer.size() - before;
        if (held > budget) {
            spill();
        }
    }

    public int partitions() {
        return PARTITIONS;
    }

    /** All evidence of one partition; evidence of one mailbox never lies in two. */
    public void read(int partition, Consumer<Evidence> consumer) {
        if (onDisk && Files.exists(file(partition))) {
            readFile(partition, consumer);
        }
        byte[] rest = open[partition].take();
        segments.get(partition).add(rest);
        for (byte[] segment : segments.get(partition)) {
            read(new CompactReader(segment), consumer);
        }
    }

    @Override
    public void close() {
        try {
            for (int i = 0; onDisk && i < PARTITIONS; i++) {
                Files.deleteIfExists(file(i));
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove the scan's own folder " + folder, e);
        }
    }

    private static void read(CompactReader reader, Consumer<Evidence> consumer) {
        while (reader.hasNext()) {
            consumer.accept(reader.read());
        }
    }

    private static int partition(Evidence evidence) {
        return partition(owner(evidence));
    }

    /** The partition that holds the evidence of this owner, or that without one. */
    public static int partition(Optional<MailboxAddress> owner) {
        return owner.isPresent() ? partition(owner.get()) : partition("");
    }

    /** The partition that holds the evidence filed under this address. */
    public static int partition(MailboxAddress owner) {
        return partition(owner.localPart());
    }

    private static int partition(String localPart) {
        return Math.floorMod(localPart.hashCode() * 0x9E3779B9, PARTITIONS);
    }

    /** Whose evidence it is: the mailbox's, or the acting account's where it is about the whole tenant. */
    public static Optional<MailboxAddress> owner(Evidence evidence) {
        Optional<MailboxAddress> mailbox = evidence.mailbox();
        return mailbox.isPresent() ? mailbox : evidence.actor().user().flatMap(MailboxAddress::findFull);
    }

    private void spill() {
        onDisk = true;
        for (int i = 0; i < PARTITIONS; i++) {
            byte[] segment = open[i].take();
            if (segment.length > 0) {
                append(file(i), segment);
            }
        }
        held = 0;
    }

    private static void append(Path file, byte[] segment) {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file,
                StandardOpenOption.CREATE, StandardOpenOption.APPEND)))) {
            out.writeInt(segment.length);
            out.write(segment);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep evidence in " + file.getParent(), e);
        }
    }

    private void readFile(int partition, Consumer<Evidence> consumer) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file(partition))))) {
            long left = Files.size(file(partition));
            while (left > 0) {
                byte[] segment = new byte[in.readInt()];
                in.readFully(segment);
                left -= Integer.BYTES + segment.length;
                read(new CompactReader(segment), consumer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read kept evidence in " + folder, e);
        }
    }

    private Path file(int partition) {
        return folder.resolve("partition-" + partition);
    }
}
