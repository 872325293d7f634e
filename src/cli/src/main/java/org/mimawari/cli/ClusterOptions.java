package org.mimawari.cli;

import java.util.Optional;
import java.util.ServiceLoader;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.ConnectorException.Problem;
import org.mimawari.scan.Cluster;
import picocli.CommandLine.Option;

/** The options that have a scan done by many machines. */
final class ClusterOptions {

    /** Said instead of a master where spark-submit started this program and knows it. */
    private static final String SUBMITTED = "submitted";

    @Option(names = "--spark", paramLabel = "MASTER",
            description = "Have the exports scanned by Apache Spark: local[4], spark://HOST:7077, yarn, k8s://…, or "
                    + "'submitted' where spark-submit starts this program. docs/scale.md says when that is worth it.")
    private Optional<String> master = Optional.empty();

    @Option(names = "--tables", paramLabel = "PATH",
            description = "With --spark: where to write findings and coverage as Parquet; any path that "
                    + "Spark can write to.")
    private Optional<String> tables = Optional.empty();

    /** @throws ConnectorException where an option lacks another one */
    boolean isWanted() throws ConnectorException {
        if (master.isEmpty() && tables.isPresent()) {
            throw new ConnectorException(Problem.USAGE, "--tables goes with --spark only");
        }
        return master.isPresent();
    }

    String master() {
        return master.filter(name -> !name.equals(SUBMITTED)).orElse("");
    }

    Optional<String> tables() {
        return tables;
    }

    /** @throws ConnectorException where that part of the program is not there */
    static Cluster cluster() throws ConnectorException {
        return ServiceLoader.load(Cluster.class).findFirst().orElseThrow(() -> new ConnectorException(Problem.USAGE,
                "--spark needs the part of Mimawari that runs on Spark, which is not built: run 'mvn -Pcluster "
                        + "-DskipTests package' in Mimawari's folder once, or leave --spark out"));
    }
}
