package org.mimawari.cluster;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageCompleted;

/** Does something once, when the first stage of a scan is done: what was read lies with the executors then. */
public final class PowerCut extends SparkListener {

    /** Spark makes the listener itself, so there is no other way to tell it what to do. */
    static final AtomicReference<Runnable> WHAT = new AtomicReference<>(() -> {});

    private static final int STAGES = 1;

    private int completed;

    @Override
    public void onStageCompleted(SparkListenerStageCompleted stage) {
        if (++completed == STAGES + 1) {
            WHAT.getAndSet(() -> {}).run();
        }
    }
}
