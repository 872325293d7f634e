package org.mimawari.connector.microsoft365.collect;

import java.util.concurrent.atomic.AtomicLong;
import org.mimawari.live.SharedSink;

/** Tells how many mailboxes were looked at, where each is looked at over one route or over two. */
final class LookCount {

    private final SharedSink sink;
    private final long mailboxes;
    private final int routes;
    private final AtomicLong done = new AtomicLong();

    LookCount(SharedSink sink, long mailboxes, int routes) {
        this.sink = sink;
        this.mailboxes = mailboxes;
        this.routes = routes;
    }

    /** The same look, which counts. */
    <T> Workers.Look<T> counted(Workers.Look<T> look) {
        return one -> {
            look.at(one);
            sink.looked(done.incrementAndGet() / routes, mailboxes);
        };
    }
}
