package org.mimawari.connector.microsoft365.collect;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** The threads of one round. What one of them begins anew is waited for too. */
final class Workers implements AutoCloseable {

    private final ExecutorService threads;
    private final Queue<Future<?>> begun = new ConcurrentLinkedQueue<>();

    /** Something that is collected by itself. */
    @FunctionalInterface
    interface Part {
        void collect() throws InterruptedException;
    }

    /** A look at one of many. */
    @FunctionalInterface
    interface Look<T> {
        void at(T one) throws InterruptedException;
    }

    Workers(int most) {
        threads = Executors.newFixedThreadPool(most, work -> {
            Thread thread = new Thread(work, "graph-reader");
            thread.setDaemon(true);
            return thread;
        });
    }

    void begin(Part part) {
        begun.add(threads.submit(() -> {
            part.collect();
            return part;
        }));
    }

    /**
     * Few threads take one after the other; a task for each would hold them all in memory.
     *
     * @param looks a look for each thread
     */
    <T> void each(List<T> all, int most, Supplier<Look<T>> looks) {
        AtomicInteger next = new AtomicInteger();
        for (int i = 0; i < Math.min(most, all.size()); i++) {
            begin(() -> {
                Look<T> look = looks.get();
                for (int at = next.getAndIncrement(); at < all.size(); at = next.getAndIncrement()) {
                    look.at(all.get(at));
                }
            });
        }
    }

    /** What fails here is not Graph: the sink, or ourselves. */
    void await() throws InterruptedException {
        while (!begun.isEmpty()) {
            try {
                begun.remove().get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException own) {
                    throw own;
                }
                if (e.getCause() instanceof Error own) {
                    throw own;
                }
                throw new InterruptedException();
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
