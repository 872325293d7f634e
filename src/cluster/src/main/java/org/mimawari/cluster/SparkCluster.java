package org.mimawari.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.ConnectorException.Problem;
import org.mimawari.scan.Cluster;
import org.mimawari.scan.Progress;
import org.mimawari.scan.ScanResult;
import org.mimawari.scan.SharedScan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Apache Spark as the cluster. */
public final class SparkCluster implements Cluster {

    private static final Logger LOG = LoggerFactory.getLogger(SparkCluster.class);
    private static final String STRETCH = "spark.mimawari.stretch";
    private static final String MAILBOX = "spark.mimawari.mailbox";
    private static final String JUDGES = "spark.mimawari.judges";
    private static final String USUAL_STRETCH = "128m";
    /** Measured: docs/scale.md. */
    private static final int TIMES_AS_OBJECTS = 12;

    @Override
    public ScanResult scan(Order order, Clock clock, Progress progress, String version) throws ConnectorException,
            IOException {
        try (SparkSession session = session(order)) {
            JavaSparkContext spark = new JavaSparkContext(session.sparkContext());
            SparkConf settings = spark.getConf();
            ClusterScan.Sizes sizes = new ClusterScan.Sizes(settings.getSizeAsBytes(STRETCH, USUAL_STRETCH),
                    settings.contains(MAILBOX) ? settings.getSizeAsBytes(MAILBOX) : mailbox(settings,
                            spark.defaultParallelism()), settings.getInt(JUDGES, 0));
            ScanResult result = new ClusterScan(spark, workplace(order, spark), sizes)
                    .scan(new SharedScan(order.settings(), clock, progress, version));
            if (order.tables().isPresent()) {
                new ResultTables(session).write(result, order.tables().get());
            }
            return result;
        } catch (Exception e) {
            throw reported(e);
        }
    }

    /** An executor's memory, divided among its tasks, must hold the evidence of one mailbox as objects. */
    private static long mailbox(SparkConf settings, int cores) {
        boolean isHere = settings.get("spark.master").matches("local(\\[.*)?");
        long memory = isHere ? Runtime.getRuntime().maxMemory() : settings.getSizeAsBytes("spark.executor.memory",
                "1g");
        int tasks = isHere ? cores : settings.getInt("spark.executor.cores", 1);
        return memory / Math.max(1, tasks) / TIMES_AS_OBJECTS;
    }

    private static SparkSession session(Order order) {
        SparkConf settings = new SparkConf().setIfMissing("spark.app.name", "mimawari scan of "
                + order.settings().tenant())
                .setIfMissing("spark.ui.enabled", "false").setIfMissing("spark.log.level", "WARN");
        if (!order.master().isEmpty()) {
            settings.setMaster(order.master());
        }
        LOG.debug("scan of {} on Spark", order.settings().tenant());
        return SparkSession.builder().config(settings).getOrCreate();
    }

    private static Workplace workplace(Order order, JavaSparkContext spark) throws ConnectorException {
        List<String> places = new ArrayList<>();
        for (Path file : order.places()) {
            if (!Files.isReadable(file)) {
                throw new ConnectorException(Problem.USAGE, "cannot read the table of places " + file);
            }
            places.add(ClusterScan.given(spark, file));
        }
        return Workplace.of(order.exports(), places);
    }

    /** Spark throws what its Scala code throws, declared or not. */
    private static IOException reported(Exception e) throws ConnectorException {
        if (e instanceof ConnectorException ours) {
            throw ours;
        }
        if (e instanceof IOException io) {
            return io;
        }
        if (e instanceof SparkException lost) {
            return new IOException("the cluster gave up: " + lost.getMessage(), lost);
        }
        if (e instanceof RuntimeException unforeseen) {
            throw unforeseen;
        }
        return new IOException(e);
    }
}
